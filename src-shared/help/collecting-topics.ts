import type { HelpPart, HelpTopic } from './help-topic';

const topic = (id: string, title: string, ...parts: readonly HelpPart[]): HelpTopic => ({
  id: `collect-${id}`,
  group: 'collecting',
  title,
  parts,
});

const back: HelpPart = {
  title: 'What to send back',
  text: 'The files as they were written: not opened and saved anew, which changes their encoding. Drop them, their folder or a zip of it anywhere on the window.',
};

/** How to get the same facts without this product: per system, by tools that are there already. */
export const collectingTopics: readonly HelpTopic[] = [
  topic(
    'ad',
    'Active Directory: LDIF exports',
    {
      title: 'Right',
      text: 'A plain domain user. What the user may not read is missing from the export and stays “not known”.',
    },
    {
      title: 'On Windows',
      text: 'ldifde comes with the remote server administration tools and with every domain controller. Replace the names of the domain; export the domain partition of every domain in scope. Access lists do not come with it; a live read, or ldapsearch below, gets them as an ordinary user.',
      commands:
        'ldifde -f configuration.ldf -d "CN=Configuration,DC=contoso,DC=com" -r "(objectClass=*)"\nldifde -f schema.ldf -d "CN=Schema,CN=Configuration,DC=contoso,DC=com" -r "(objectClass=*)"\nldifde -f domain.ldf -d "DC=contoso,DC=com" -r "(objectClass=*)"\nldifde -f rootdse.ldf -d "" -p base -r "(objectClass=*)"',
    },
    {
      title: 'On Linux or macOS',
      text: 'With a Kerberos ticket, and in pages: a domain controller hands out 1,000 entries at a time. The control with the long number asks for owner, group and access list of each object; without it an ordinary user is given no rights at all. On Debian and Ubuntu, GSSAPI is the package libsasl2-modules-gssapi-mit. Without a ticket, write -x -ZZ -D user@contoso.com -W for -Y GSSAPI: it asks for the password and sends it encrypted.',
      commands:
        'ldapsearch -H ldap://dc1.contoso.com -Y GSSAPI -s base -b "" "(objectClass=*)" "*" + > rootdse.ldf\nldapsearch -H ldap://dc1.contoso.com -Y GSSAPI -E pr=1000/noprompt -E "!1.2.840.113556.1.4.801=::MAMCAQc=" -b "CN=Configuration,DC=contoso,DC=com" "(objectClass=*)" "*" nTSecurityDescriptor > configuration.ldf\nldapsearch -H ldap://dc1.contoso.com -Y GSSAPI -E pr=1000/noprompt -b "CN=Schema,CN=Configuration,DC=contoso,DC=com" "(objectClass=*)" > schema.ldf\nldapsearch -H ldap://dc1.contoso.com -Y GSSAPI -E pr=1000/noprompt -E "!1.2.840.113556.1.4.801=::MAMCAQc=" -b "DC=contoso,DC=com" "(objectClass=*)" "*" nTSecurityDescriptor > domain.ldf',
    },
    back,
  ),
  topic(
    'adcs',
    'Certification authorities',
    {
      title: 'Right',
      text: 'Administrator of the CA for its settings; nobody in particular for certificates and lists.',
    },
    {
      title: 'Settings of the CA',
      commands:
        'certutil -getreg > ca-getreg.txt\ncertutil -getreg CA > ca-getreg-ca.txt\ncertutil -getreg policy > ca-getreg-policy.txt\ncertutil -CAInfo > ca-info.txt',
    },
    {
      title: 'Certificates and revocation lists',
      text: 'Copy the folder %windir%\\System32\\CertSrv\\CertEnroll, or save them one by one.',
      commands: 'certutil -ca.cert ca.cer\ncertutil -getcrl ca.crl',
    },
    {
      title: 'Certificates of a domain controller',
      text: 'Name the machine in the file. The text tells usages, names, templates and keys whatever the language of Windows; dates are only in the .cer files that -split writes beside it, so without them a certificate can fail and never pass.',
      commands: 'certutil -v -split -store My > dc01.contoso.com_machine.txt',
    },
    {
      title: 'Templates and the list NTAuth, where no directory export is to be had',
      text: 'Any domain member and any user. Ask for all templates at once: one alone is shown, and never judged. A directory export tells more and comes first.',
      commands:
        'certutil -dsTemplate > templates.txt\ncertutil -viewstore "ldap:///CN=NTAuthCertificates,CN=Public Key Services,CN=Services,CN=Configuration,DC=contoso,DC=com?cACertificate" > ntauth.txt\ncertutil -enterprise -store NTAuth > ntauth-dc1.txt',
    },
    back,
  ),
  topic(
    'adfs',
    'AD FS: cmdlets and public documents',
    { title: 'Right', text: 'An AD FS administrator for the cmdlets; none for the public documents.' },
    {
      title: 'Cmdlets, on one node of the farm',
      commands:
        'mkdir adfs; cd adfs\nforeach ($name in "Properties","FarmInformation","GlobalAuthenticationPolicy","AdditionalAuthenticationRule","AuthenticationProvider","DeviceRegistration","Endpoint","CertificateAuthority","Certificate","SslCertificate","RelyingPartyTrust","ApplicationPermission","ScopeDescription","SyncProperties") { & "Get-Adfs$name" | Export-Clixml "Get-Adfs$name.xml" }',
    },
    {
      title: 'Public documents, from any computer',
      commands:
        'Invoke-WebRequest https://sts.contoso.com/adfs/.well-known/openid-configuration -OutFile openid-configuration.json\nInvoke-WebRequest https://sts.contoso.com/FederationMetadata/2007-06/FederationMetadata.xml -OutFile FederationMetadata.xml\nInvoke-WebRequest https://sts.contoso.com/adfs/services/trust/mex -OutFile mex.xml',
    },
    back,
  ),
  topic(
    'entra',
    'Entra ID: Microsoft Graph',
    { title: 'Right', text: 'Global Reader in the tenant. Graph Explorer asks for the permissions it needs.' },
    {
      title: 'What to ask for',
      text: 'Save each answer as JSON under a name that says what it is. When an answer has @odata.nextLink, save the following pages as well.',
      commands:
        'GET https://graph.microsoft.com/v1.0/organization\nGET https://graph.microsoft.com/v1.0/domains\nGET https://graph.microsoft.com/v1.0/domains/contoso.com/federationConfiguration\nGET https://graph.microsoft.com/v1.0/devices?$top=999\nGET https://graph.microsoft.com/v1.0/users?$top=999&$select=id,userPrincipalName,accountEnabled,onPremisesSyncEnabled,onPremisesImmutableId,onPremisesSecurityIdentifier,onPremisesUserPrincipalName\nGET https://graph.microsoft.com/v1.0/subscribedSkus\nGET https://graph.microsoft.com/v1.0/directory/onPremisesSynchronization\nGET https://graph.microsoft.com/v1.0/policies/deviceRegistrationPolicy\nGET https://graph.microsoft.com/v1.0/policies/authenticationMethodsPolicy\nGET https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies\nGET https://graph.microsoft.com/v1.0/reports/authenticationMethods/userRegistrationDetails?$top=999',
    },
    {
      title: 'By script',
      commands:
        'Connect-MgGraph -Scopes Directory.Read.All,Policy.Read.All,AuditLog.Read.All\nInvoke-MgGraphRequest -Uri v1.0/organization -OutputType Json | Out-File organization.json -Encoding utf8',
    },
    back,
  ),
  topic(
    'intune',
    'Intune: Microsoft Graph',
    { title: 'Right', text: 'Global Reader, or a role of Intune that may read configurations and devices.' },
    {
      title: 'What to ask for',
      commands:
        'GET https://graph.microsoft.com/beta/deviceManagement/deviceEnrollmentConfigurations?$expand=assignments\nGET https://graph.microsoft.com/beta/deviceManagement/configurationPolicies?$expand=settings,assignments\nGET https://graph.microsoft.com/beta/deviceManagement/deviceConfigurations?$expand=assignments\nGET https://graph.microsoft.com/v1.0/deviceManagement/managedDevices?$top=999\nGET https://graph.microsoft.com/beta/deviceManagement/ndesConnectors',
    },
    back,
  ),
  topic(
    'servers',
    'Servers: event logs and settings',
    {
      title: 'Right',
      text: 'Event Log Readers for the logs. The collector scripts read the rest; they are exported on Sources.',
    },
    {
      title: 'Events as XML',
      text: 'XML holds the numbers and parameters of events whatever the language of Windows. Seven days are enough.',
      commands:
        'wevtutil qe "AD FS/Admin" /q:"*[System[TimeCreated[timediff(@SystemTime) <= 604800000]]]" /f:xml /e:Events > adfs-admin.xml\nwevtutil qe System /q:"*[System[Provider[@Name=\'Microsoft-Windows-Kerberos-Key-Distribution-Center\'] and TimeCreated[timediff(@SystemTime) <= 604800000]]]" /f:xml /e:Events > kdc.xml',
    },
    back,
  ),
  topic(
    'connect',
    'Entra Connect',
    { title: 'Right', text: 'Member of ADSyncAdmins on the server.' },
    {
      title: 'The collector',
      text: 'Only the collector connect.ps1 writes what this product reads of Entra Connect. It is exported on Sources, changes nothing and starts no synchronisation.',
      commands: 'powershell -ExecutionPolicy RemoteSigned -File .\\connect.ps1',
    },
    back,
  ),
  topic(
    'policy',
    'Group policy',
    { title: 'Right', text: 'A plain domain user.' },
    {
      title: 'The folder of settings',
      text: 'Copied whole, with its {GUID} folders; with an LDIF export of the domain for links and filters.',
      commands: 'robocopy \\\\contoso.com\\SYSVOL\\contoso.com\\Policies .\\Policies /E /R:1 /W:1',
    },
    {
      title: 'What arrived at a client',
      text: 'As the pilot user; started as administrator it holds the computer half as well.',
      commands: 'gpresult /x gpresult.xml /f',
    },
    back,
  ),
  topic(
    'clients',
    'Clients',
    { title: 'Right', text: 'The pilot user, signed in. As another account dsregcmd speaks of that account.' },
    {
      title: 'State of the registration, one file a client',
      commands: 'dsregcmd /status > "%COMPUTERNAME%-dsregcmd.txt"\ngpresult /x "%COMPUTERNAME%-gpresult.xml" /f',
    },
    {
      title: 'Events',
      commands:
        'wevtutil qe "Microsoft-Windows-User Device Registration/Admin" /f:xml /e:Events > registration.xml\nwevtutil qe "Microsoft-Windows-HelloForBusiness/Operational" /f:xml /e:Events > hello.xml\nwevtutil qe "Microsoft-Windows-AAD/Operational" /f:xml /e:Events > entra.xml',
    },
    { title: 'A whole fleet', text: 'A folder with one dsregcmd text a client may be dropped as it is.' },
    back,
  ),
];
