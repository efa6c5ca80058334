"""Writes directory changes into a domain controller's database, as system, whether or not the server runs.

usage: apply-directory.py SMB_CONF < batches.json
       apply-directory.py SMB_CONF --serve

The input is a list of batches; a batch is a list of changes and one transaction. See ../content/directory-change.ts. With --serve every line of the
input is a batch of its own, and gets a line in answer: the changes that take it back, or {"problem": ...}. A deletion is not taken
back.
"""
import base64
import json
import sys

import ldb
import samba.param
from samba.auth import system_session
from samba.dcerpc import dnsp, security
from samba.ndr import ndr_pack, ndr_unpack
from samba.provision.sambadns import ARecord, CNAMERecord, SOARecord, SRVRecord
from samba.samdb import SamDB

RELAX = ["relax:0"]
SD_FLAGS_DACL = ["sd_flags:1:4"]


def open_database(smb_conf):
    parameters = samba.param.LoadParm()
    parameters.load(smb_conf)
    parameters.set("dsdb:schema update allowed", "yes")
    options = ["batch_mode:1", "transaction_index_cache_size:200000"]
    url = parameters.private_path("sam.ldb")
    return SamDB(url=url, lp=parameters, session_info=system_session(), options=options)


def value(database, given):
    if isinstance(given, str):
        return given.encode("utf-8")
    if "base64" in given:
        return base64.b64decode(given["base64"])
    if "sddl" in given:
        sid = security.dom_sid(database.get_domain_sid())
        return ndr_pack(security.descriptor.from_sddl(given["sddl"], sid))
    if "address" in given:
        return ndr_pack(ARecord(given["address"], rank=dnsp.DNS_RANK_ZONE))
    if "alias" in given:
        return ndr_pack(CNAMERecord(given["alias"], rank=dnsp.DNS_RANK_ZONE))
    if "authority" in given:
        return ndr_pack(SOARecord(given["authority"], "hostmaster." + given["authority"].partition(".")[2]))
    if "service" in given:
        return ndr_pack(SRVRecord(given["service"], given["port"], rank=dnsp.DNS_RANK_ZONE))
    raise ValueError("unknown kind of value: %r" % given)


def message(database, change, attributes, flag):
    result = ldb.Message(ldb.Dn(database, change["dn"]))
    for name, values in attributes.items():
        element = [value(database, one) for one in values]
        result[name] = ldb.MessageElement(element, flag, name)
    return result


def add_access(database, change):
    """Puts access control entries (SDDL) in front of those the object has."""
    sid = security.dom_sid(database.get_domain_sid())
    found = database.search(change["dn"], ldb.SCOPE_BASE, attrs=["nTSecurityDescriptor"], controls=SD_FLAGS_DACL)
    current = ndr_unpack(security.descriptor, found[0]["nTSecurityDescriptor"][0]).as_sddl(sid)
    head, bracket, rest = current.partition("(")
    sddl = head + "".join(change["addAccess"]) + bracket + rest
    replaced = message(database, change, {"nTSecurityDescriptor": [{"sddl": sddl}]}, ldb.FLAG_MOD_REPLACE)
    database.modify(replaced, controls=SD_FLAGS_DACL)


def take_back(database, change):
    """The change that undoes this one, which is no deletion; to be called before it."""
    if "add" in change:
        return {"dn": change["dn"], "delete": True}
    names = [name for part in ("replace", "addValues", "deleteValues") for name in change.get(part, {})]
    if "addAccess" in change or "accessFrom" in change:
        names.append("nTSecurityDescriptor")
    found = database.search(change["dn"], ldb.SCOPE_BASE, attrs=names)[0]
    encoded = lambda one: {"base64": base64.b64encode(one).decode("ascii")}
    return {"dn": change["dn"], "replace": {name: [encoded(one) for one in found.get(name, [])] for name in names}}


def apply_change(database, change):
    if "add" in change:
        database.add(message(database, change, change["add"], ldb.FLAG_MOD_ADD), controls=RELAX)
    if "replace" in change:
        database.modify(message(database, change, change["replace"], ldb.FLAG_MOD_REPLACE))
    if "addValues" in change:
        database.modify(message(database, change, change["addValues"], ldb.FLAG_MOD_ADD))
    if "deleteValues" in change:
        database.modify(message(database, change, change["deleteValues"], ldb.FLAG_MOD_DELETE))
    if "addAccess" in change:
        add_access(database, change)
    if "accessFrom" in change:
        found = database.search(change["accessFrom"], ldb.SCOPE_BASE, attrs=["nTSecurityDescriptor"])
        encoded = {"base64": base64.b64encode(found[0]["nTSecurityDescriptor"][0]).decode("ascii")}
        database.modify(message(database, change, {"nTSecurityDescriptor": [encoded]}, ldb.FLAG_MOD_REPLACE))
    if change.get("delete"):
        database.delete(change["dn"], ["tree_delete:1"])


def apply_batch(database, batch, before=lambda change: None):
    database.transaction_start()
    try:
        for change in batch:
            try:
                before(change)
                apply_change(database, change)
            except Exception as problem:
                raise RuntimeError("%s: %s" % (change["dn"], problem)) from problem
    except BaseException:
        database.transaction_cancel()
        raise
    database.transaction_commit()


def serve(smb_conf):
    database = open_database(smb_conf)
    for line in sys.stdin:
        undo = []

        def remember(change):
            if not change.get("delete"):
                undo.insert(0, take_back(database, change))

        try:
            apply_batch(database, json.loads(line), remember)
            answer = undo
        except Exception as problem:
            answer = {"problem": str(problem)}
        print(json.dumps(answer), flush=True)
        # Samba crashes in a transaction that follows one with inherited permissions on the same handle. Here nobody waits.
        database = open_database(smb_conf)


def main():
    if "--serve" in sys.argv:
        serve(sys.argv[1])
        return
    for batch in json.load(sys.stdin):
        apply_batch(open_database(sys.argv[1]), batch)


main()
