"""Puts many users into a domain controller's database that does not run, past all of its checks: some 2,000 a second instead of 500.

usage: clone-users.py SMB_CONF CONTAINER_DN UPN_SUFFIX COUNT

One user is made in the ordinary way; the others are copies of its record, written straight into the file of the domain partition. They can be
searched like any other account, but not signed in with.
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
REPLACED = ("cn", "name", "sAMAccountName", "userPrincipalName", "objectGUID", "objectSid", "uSNCreated", "uSNChanged")


def open_database(smb_conf):
    parameters = samba.param.LoadParm()
    parameters.load(smb_conf)
    return SamDB(url=parameters.private_path("sam.ldb"), lp=parameters, session_info=system_session())


def add_template(database, container, suffix):
    database.add({"dn": container, "objectClass": "organizationalUnit"})
    dn = "CN=template,%s" % container
    database.add(
        {
            "dn": dn,
            "objectClass": "user",
            "sAMAccountName": "template",
            "userPrincipalName": "template@%s" % suffix,
            "userAccountControl": "512",
        }
    )
    return dn


def open_partition(database):
    """The file of the domain partition, without the modules that watch over it."""
    head = str(database.domain_dn())
    partitions = database.search("@PARTITION", ldb.SCOPE_BASE, attrs=["partition"])[0]["partition"]
    name = next(str(one).split(":", 1)[1] for one in partitions if str(one).split(":", 1)[0].upper() == head.upper())
    url = database.lp.private_path(name)
    raw = samba.Ldb(url, lp=database.lp, options=["modules:"] + FAST)
    dsdb._dsdb_set_schema_from_ldb(raw, database)
    return raw


def clone(raw, original, container, suffix, number, domain_sid):
    name = "user%06d" % number
    message = ldb.Message(ldb.Dn(raw, "CN=%s,%s" % (name, container)))
    own = {
        "cn": name,
        "name": name,
        "sAMAccountName": name,
        "userPrincipalName": "%s@%s" % (name, suffix),
        "objectGUID": ndr_pack(misc.GUID(str(uuid.uuid5(uuid.NAMESPACE_DNS, name)))),
        "objectSid": ndr_pack(security.dom_sid("%s-%d" % (domain_sid, FIRST_RID + number))),
        "uSNCreated": str(FIRST_USN + number),
        "uSNChanged": str(FIRST_USN + number),
    }
    for attribute in original.keys():
        if attribute not in REPLACED and attribute not in ("dn", "distinguishedName"):
            message[attribute] = original[attribute]
    for attribute, value in own.items():
        message[attribute] = ldb.MessageElement(value, ldb.FLAG_MOD_ADD, attribute)
    raw.add(message)


def main():
    smb_conf, container, suffix, count = sys.argv[1:]
    database = open_database(smb_conf)
    template = add_template(database, container, suffix)
    domain_sid = database.get_domain_sid()
    raw = open_partition(database)
    original = raw.search(template, ldb.SCOPE_BASE, attrs=["*"])[0]
    raw.transaction_start()
    for number in range(1, int(count) + 1):
        clone(raw, original, container, suffix, number, domain_sid)
    raw.transaction_commit()


main()
