"""samba-tool with the Windows Server 2016 and 2019 schema, whose files Debian ships without offering them."""
from samba.schema import Schema

FILES = ("AD_DS_Attributes__Windows_Server_2016.ldf", "AD_DS_Classes__Windows_Server_2016.ldf")
Schema.base_schemas["2016"] = FILES + (87,)
Schema.base_schemas["2019"] = FILES + (88,)

import samba.netcmd.domain as domain_command  # noqa: E402  (its option list is built while importing)

for option in domain_command.cmd_domain_provision.takes_options:
    if "--base-schema" in option._long_opts:
        option.choices = list(Schema.base_schemas)

import sys  # noqa: E402
from samba.netcmd.main import cmd_sambatool  # noqa: E402

sys.exit(cmd_sambatool()._run("samba-tool", *sys.argv[1:]))
