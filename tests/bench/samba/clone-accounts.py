"""Puts many users and computers into a domain controller's database that does not run, past all of its checks: some 2,000 a second instead of 500.

usage: clone-accounts.py SMB_CONF CONTAINER_DN UPN_SUFFIX USERS COMPUTERS

One user and one computer are made in the ordinary way; the others are copies of their records, written straight into the file of the domain partition.
They can be searched like any other account, but not signed in with.
"""
import sys
import uuid

import ldb
import samba
import samba.param
from samba import dsdb
from samba.auth import system_session
from samba.dcerpc import misc, security
from samba.ndr import ndr_pack
from samba.samdb import SamDB

# Beyond what a forest of this size has handed out itself.
FIRST_RID = 1000000
FIRST_USN = 500000
FAST = ["batch_mode:1", "transaction_index_cache_size:200000"]
# Operating systems as Windows 10 and 11 write them, for the computers in turn.
RELEASES = (("Windows 11 Enterprise", "10.0 (26100)"), ("Windows 11 Enterprise", "10.0 (22631)"), ("Windows 10 Enterprise", "10.0 (19045)"))


def open_database(smb_conf):
    parameters = samba.param.LoadParm()
    parameters.load(smb_conf)
    return SamDB(url=parameters.private_path("sam.ldb"), lp=parameters, session_info=system_session())


def add_template_user(database, container, suffix):
    dn = "CN=template,%s" % container
    account = {"sAMAccountName": "template", "userPrincipalName": "template@%s" % suffix, "userAccountControl": "512"}
    database.add({"dn": dn, "objectClass": "user", **account})
    return dn


def add_template_computer(database, container, suffix):
    dn = "CN=template-pc,%s" % container
    account = {"sAMAccountName": "template-pc$", "dNSHostName": "template-pc.%s" % suffix, "userAccountControl": "4096"}
    database.add({"dn": dn, "objectClass": "computer", "operatingSystem": "Windows", "operatingSystemVersion": "10.0", **account})
    return dn


def own_of_user(number, suffix):
    name = "user%06d" % number
    return name, {"sAMAccountName": name, "userPrincipalName": "%s@%s" % (name, suffix)}


def own_of_computer(number, suffix):
    name = "pc%06d" % number
    system, version = RELEASES[number % len(RELEASES)]
    host = "%s.%s" % (name, suffix)
    return name, {
        "sAMAccountName": "%s$" % name.upper(),
        "dNSHostName": host,
        "operatingSystem": system,
        "operatingSystemVersion": version,
        "servicePrincipalName": ["HOST/%s" % name.upper(), "HOST/%s" % host],
    }


def open_partition(database):
    """The file of the domain partition, without the modules that watch over it."""
    head = str(database.domain_dn())
    partitions = database.search("@PARTITION", ldb.SCOPE_BASE, attrs=["partition"])[0]["partition"]
    name = next(str(one).split(":", 1)[1] for one in partitions if str(one).split(":", 1)[0].upper() == head.upper())
    url = database.lp.private_path(name)
    raw = samba.Ldb(url, lp=database.lp, options=["modules:"] + FAST)
    dsdb._dsdb_set_schema_from_ldb(raw, database)
    return raw


def clone(raw, original, container, name, own, rid, domain_sid):
    message = ldb.Message(ldb.Dn(raw, "CN=%s,%s" % (name, container)))
    own = {
        "cn": name,
        "name": name,
        "objectGUID": ndr_pack(misc.GUID(str(uuid.uuid5(uuid.NAMESPACE_DNS, name)))),
        "objectSid": ndr_pack(security.dom_sid("%s-%d" % (domain_sid, rid))),
        "uSNCreated": str(FIRST_USN + rid - FIRST_RID),
        "uSNChanged": str(FIRST_USN + rid - FIRST_RID),
        **own,
    }
    for attribute in original.keys():
        if attribute not in own and attribute not in ("dn", "distinguishedName"):
            message[attribute] = original[attribute]
    for attribute, value in own.items():
        message[attribute] = ldb.MessageElement(value, ldb.FLAG_MOD_ADD, attribute)
    raw.add(message)


def main():
    smb_conf, container, suffix, users, computers = sys.argv[1:]
    database = open_database(smb_conf)
    database.add({"dn": container, "objectClass": "organizationalUnit"})
    kinds = (
        (add_template_user(database, container, suffix), own_of_user, int(users)),
        (add_template_computer(database, container, suffix), own_of_computer, int(computers)),
    )
    domain_sid = database.get_domain_sid()
    raw = open_partition(database)
    rid = FIRST_RID
    raw.transaction_start()
    for template, own_of, count in kinds:
        original = raw.search(template, ldb.SCOPE_BASE, attrs=["*"])[0]
        for number in range(1, count + 1):
            rid += 1
            name, own = own_of(number, suffix)
            clone(raw, original, container, name, own, rid, domain_sid)
    raw.transaction_commit()


main()
