"""Gives a copy of a domain controller's database the identity of another domain controller that the database knows.

usage: become-controller.py SMB_CONF HOST_NAME
"""
import sys

import ldb
import samba.param
from samba import Ldb, generate_random_password
from samba.auth import system_session
from samba.dcerpc import misc, security
from samba.provision import secretsdb_self_join
from samba.samdb import SamDB


def main():
    parameters = samba.param.LoadParm()
    parameters.load(sys.argv[1])
    database = SamDB(url=parameters.private_path("sam.ldb"), lp=parameters, session_info=system_session())
    server = find(database, str(database.get_config_basedn()), "(&(objectClass=server)(dNSHostName=%s))" % sys.argv[2])
    settings = find(database, str(server.dn), "(objectClass=nTDSDSA)")
    account = find(database, str(database.domain_dn()), "(&(objectClass=computer)(dNSHostName=%s))" % sys.argv[2])
    password = generate_random_password(32, 32)
    database.setpassword("(sAMAccountName=%s)" % account["sAMAccountName"][0], password)

    identity = ldb.Message(ldb.Dn(database, "@ROOTDSE"))
    name = "<GUID=%s>" % database.schema_format_value("objectGUID", settings["objectGUID"][0]).decode()
    identity["dsServiceName"] = ldb.MessageElement(name, ldb.FLAG_MOD_REPLACE, "dsServiceName")
    database.modify(identity)

    secrets = Ldb(parameters.private_path("secrets.ldb"), session_info=system_session(), lp=parameters)
    secretsdb_self_join(
        secrets,
        domain=parameters.get("workgroup"),
        realm=parameters.get("realm"),
        dnsdomain=parameters.get("realm").lower(),
        netbiosname=parameters.get("netbios name"),
        domainsid=security.dom_sid(database.get_domain_sid()),
        machinepass=password,
        secure_channel_type=misc.SEC_CHAN_BDC,
        key_version_number=int(account["msDS-KeyVersionNumber"][0]) + 1,
    )


def find(database, base, condition):
    attributes = ["objectGUID", "sAMAccountName", "msDS-KeyVersionNumber"]
    found = database.search(base, ldb.SCOPE_SUBTREE, condition, attrs=attributes)
    if len(found) != 1:
        raise SystemExit("%d objects for %s below %s" % (len(found), condition, base))
    return found[0]


main()
