#Requires -Version 5.1
<#
.SYNOPSIS
  Collects what Hello Preflight judges about a client. Run it as the pilot user, signed in with password or Hello.
.DESCRIPTION
  Reads: dsregcmd /status, policy values about Hello, events of three logs of the last 7 days by number and parameters, certificates of user and computer
  without their keys, the state of the TPM, and whether a domain controller is found.
  Does not read: private keys, PIN, biometric data, documents, browsing, mail.
  Changes nothing, loads nothing from the internet, sends nothing. It writes one file, readable text, which you may look through before you hand it on.
.NOTES
  Rights: a user; an administrator also sees the TPM and the device keys. What is denied is noted in the file, and the rest goes on.
#>
[CmdletBinding()]
param(
  # Where to write the result.
  [string]$OutFile = ".\hello-preflight-client-$env:COMPUTERNAME.json"
)
$role = 'client'

#region Common to every collector

$ErrorActionPreference = 'Stop'
$scriptVersion = '1.0.0'
$items = @()
$isFullLanguage = "$($ExecutionContext.SessionState.LanguageMode)" -eq 'FullLanguage'

# A 32-bit PowerShell sees another registry than the services do.
if ($env:PROCESSOR_ARCHITEW6432) {
  throw 'Start this script in the 64-bit Windows PowerShell.'
}

# Bytes as hexadecimal text, which every language mode can write.
function ConvertTo-Hex($Bytes) {
  ($Bytes | ForEach-Object { '{0:x2}' -f $_ }) -join ''
}

# SHA-256 over the UTF-8 bytes of a text. Constrained language cannot hash a text; the item then goes without.
function ConvertTo-Sha256([string]$Text) {
  if (-not $isFullLanguage) { return $null }
  $algorithm = [Security.Cryptography.SHA256CryptoServiceProvider]::new()
  ConvertTo-Hex $algorithm.ComputeHash([Text.Encoding]::UTF8.GetBytes($Text))
}

# A date in ISO 8601 UTC. One that does not say whether it is local time is marked, not guessed.
function ConvertTo-Instant($Date) {
  if ($null -eq $Date) { return $null }
  if ("$($Date.Kind)" -eq 'Unspecified') { return 'unspecified {0:s}' -f $Date }
  '{0:o}' -f $Date.ToUniversalTime()
}

# Values as numbers, truth values or text: enumerations by their name, durations as d.hh:mm:ss, lists as lists.
function ConvertTo-Plain($Value) {
  if ($null -eq $Value) { return $null }
  if (@($Value).Count -ne 1) { return , @(foreach ($one in $Value) { ConvertTo-Plain $one }) }
  $single = @($Value)[0]
  if ($null -eq $single) { return $null }
  if ($single -is [datetime]) { return ConvertTo-Instant $single }
  if ($single -is [bool] -or $single -is [int] -or $single -is [long] -or $single -is [uint32]) { return $single }
  "$single"
}

# Named properties of an object; those its release does not have are left out.
function Select-Fact($Object, [string[]]$Property) {
  $known = @($Object.PSObject.Properties.Name)
  $fact = [ordered]@{}
  foreach ($name in $Property) {
    if ($known -contains $name) { $fact[$name] = ConvertTo-Plain $Object.$name }
  }
  $fact
}

# Denied, absent or failed, told by the kind of the error: its text is in the language of the machine.
function Get-ErrorStatus($Problem) {
  $kind = "$($Problem.CategoryInfo.Category) $($Problem.CategoryInfo.Reason) $($Problem.FullyQualifiedErrorId)"
  if ($Problem.Exception.HResult -eq -2147024891) { return 'denied' }
  if ($kind -match 'PermissionDenied|SecurityError|SecurityException|UnauthorizedAccess|Authorization|LogInfoUnavailable') { return 'denied' }
  if ($kind -match 'ObjectNotFound|CommandNotFound|ItemNotFound|NoMatchingLogsFound|NoMatchingProvidersFound') { return 'absent' }
  'failed'
}

# Runs one read, and notes its outcome; an error ends this read only.
function Read-Item([string]$Name, [string]$Right, [scriptblock]$Read) {
  Write-Host "Reading $Name"
  $item = [ordered]@{ name = $Name; right = $Right; status = 'collected' }
  try {
    $json = ConvertTo-Json -InputObject @(& $Read) -Depth 6 -Compress
    $hash = ConvertTo-Sha256 $json
    if ($hash) { $item.sha256 = $hash }
    $item.json = $json
  }
  catch {
    $item.status = Get-ErrorStatus $_
    $item.error = "$_"
    Write-Host "  $($item.status): $_"
  }
  $script:items += $item
}

# Registry values as "key|name"; keys and values that are not there are listed as absent.
function Read-Registry([string[]]$Wanted) {
  $values = @()
  $absent = @()
  foreach ($place in $Wanted) {
    $key, $name = $place -split '\|'
    $found = $null
    try { $found = Get-ItemProperty -LiteralPath ($key -replace '^(HKLM|HKCU)\\', '$1:\') }
    catch { if ((Get-ErrorStatus $_) -ne 'absent') { throw } }
    if (@($found.PSObject.Properties.Name) -contains $name) {
      $value = $found.$name
      if ($value -is [byte[]]) { $value = 'hex:' + (ConvertTo-Hex $value) }
      $values += [ordered]@{ key = $key; name = $name; value = ConvertTo-Plain $value }
    }
    else { $absent += "$key\$name" }
  }
  [ordered]@{ values = $values; absent = $absent }
}

# Certificates of a store with what only their holder knows. Keys are asked for the name of their provider, and never used.
function Read-Certificates([string]$Store) {
  foreach ($certificate in Get-ChildItem -LiteralPath "Cert:\$Store") {
    $fact = [ordered]@{ der = ConvertTo-Hex $certificate.RawData; hasPrivateKey = $certificate.HasPrivateKey }
    if ($certificate.HasPrivateKey -and $isFullLanguage) {
      try {
        $key = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)
        if ($key.Key) {
          $fact.provider = "$($key.Key.Provider.Provider)"
          $fact.isExportable = ($key.Key.ExportPolicy -band 1) -ne 0
        }
        elseif ($key.CspKeyContainerInfo) {
          $fact.provider = "$($key.CspKeyContainerInfo.ProviderName)"
          $fact.isExportable = $key.CspKeyContainerInfo.Exportable
        }
      }
      catch { $fact.keyError = Get-ErrorStatus $_ }
    }
    $fact
  }
}

# Events of a log by number and parameters in their order, newest first; texts of events are not read.
function Read-Events([hashtable]$Filter, [int]$Days = 7) {
  $since = (Get-Date).AddDays(-$Days)
  $Filter.StartTime = $since
  $events = @()
  try { $events = @(Get-WinEvent -FilterHashtable $Filter -MaxEvents 5000) }
  catch { if ($_.FullyQualifiedErrorId -notmatch 'NoMatchingEventsFound') { throw } }
  [ordered]@{
    log = $Filter.LogName
    since = ConvertTo-Instant $since
    events = @(foreach ($record in $events) {
        [ordered]@{
          id = $record.Id
          time = ConvertTo-Instant $record.TimeCreated
          level = [int]$record.Level
          provider = $record.ProviderName
          parameters = @(foreach ($parameter in $record.Properties) { "$($parameter.Value)" })
        }
      })
  }
}

# One connection tried: nothing is sent over it.
function Test-Port([string]$Target, [int]$Port, [string]$Kind = 'tcp') {
  $isOpen = Test-NetConnection -ComputerName $Target -Port $Port -InformationLevel Quiet -WarningAction SilentlyContinue
  [ordered]@{ kind = $Kind; target = $Target; port = $Port; succeeded = [bool]$isOpen }
}

# Windows services by name, with account and start of their process.
function Read-Services([string[]]$Name) {
  foreach ($one in $Name) {
    foreach ($service in Get-CimInstance -ClassName Win32_Service -Filter "Name='$one'") {
      $process = Get-CimInstance -ClassName Win32_Process -Filter "ProcessId=$($service.ProcessId)" | Where-Object ProcessId -ne 0
      [ordered]@{
        name = $service.Name
        state = $service.State
        account = $service.StartName
        started = ConvertTo-Instant $process.CreationDate
      }
    }
  }
}

Read-Item 'system' 'User' {
  $windows = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $operatingSystem = Get-CimInstance -ClassName Win32_OperatingSystem
  [ordered]@{
    build = [int]$windows.CurrentBuildNumber
    revision = $windows.UBR
    productType = [int]$operatingSystem.ProductType
    edition = $windows.EditionID
    installation = $windows.InstallationType
    lastStart = ConvertTo-Instant $operatingSystem.LastBootUpTime
    dotNetRelease = (Read-Registry 'HKLM\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full|Release').values.value
  }
}

#endregion

# Its labels are English in every display language.
Read-Item 'dsregcmd' 'User' {
  $lines = @(& dsregcmd.exe /status)
  [ordered]@{ lines = @(foreach ($line in $lines) { "$line" }) }
}

Read-Item 'registry' 'User' {
  $wanted = @(
    foreach ($hive in 'HKLM', 'HKCU') {
      $hello = "$hive\SOFTWARE\Policies\Microsoft\PassportForWork"
      foreach ($name in 'Enabled', 'RequireSecurityDevice', 'UseCertificateForOnPremAuth', 'UseCloudTrustForOnPremAuth', 'DisablePostLogonProvisioning') { "$hello|$name" }
      "$hive\SOFTWARE\Policies\Microsoft\Cryptography\AutoEnrollment|AEPolicy"
    }
    'HKLM\SOFTWARE\Policies\Microsoft\Windows\WorkplaceJoin|autoWorkplaceJoin'
    'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\CDJ\AAD|TenantId'
    'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\CDJ\AAD|TenantName'
    'HKLM\SOFTWARE\Policies\Microsoft\Windows\System|AllowDomainPINLogon'
  )
  Read-Registry $wanted
}

Read-Item 'events.registration' 'User' { Read-Events @{ LogName = 'Microsoft-Windows-User Device Registration/Admin' } }
Read-Item 'events.hello' 'User' { Read-Events @{ LogName = 'Microsoft-Windows-HelloForBusiness/Operational' } }
Read-Item 'events.entra' 'User' { Read-Events @{ LogName = 'Microsoft-Windows-AAD/Operational'; Level = 1, 2, 3 } }

Read-Item 'certificates.user' 'User' {
  [ordered]@{ owner = "$env:USERDOMAIN\$env:USERNAME"; certificates = @(Read-Certificates 'CurrentUser\My') }
}
Read-Item 'certificates.machine' 'User' { Read-Certificates 'LocalMachine\My' }

Read-Item 'tpm' 'Administrator of the client' {
  $state = Get-Tpm
  $chip = Get-CimInstance -Namespace 'root\cimv2\Security\MicrosoftTpm' -ClassName Win32_Tpm
  [ordered]@{ isPresent = $state.TpmPresent; isReady = $state.TpmReady; isLockedOut = $state.LockedOut; specification = "$($chip.SpecVersion)" }
}

Read-Item 'connectivity' 'User' {
  $domain = (Get-CimInstance -ClassName Win32_ComputerSystem).Domain
  $null = & nltest.exe "/dsgetdc:$domain" /kdc /force
  [ordered]@{ kind = 'dc-locator'; target = $domain; succeeded = $LASTEXITCODE -eq 0 }
}

#region Writing the file, common to every collector

$computer = Get-CimInstance -ClassName Win32_ComputerSystem
$hostName = "$($computer.DNSHostName)"
if ($computer.PartOfDomain) { $hostName = "$hostName.$($computer.Domain)" }

# S-1-16-12288 is the high integrity level of an elevated process.
$isElevated = "$(whoami.exe /groups /fo csv /nh)" -match 'S-1-16-(12288|16384)'

$file = [ordered]@{
  format = 'hello-preflight-collector'
  version = 1
  role = $role
  host = $hostName.ToLowerInvariant()
  collectedAt = ConvertTo-Instant (Get-Date)
  collectedBy = "$env:USERDOMAIN\$env:USERNAME"
  elevated = $isElevated
  scriptVersion = $scriptVersion
  items = $items
}
ConvertTo-Json -InputObject $file -Depth 6 -Compress | Out-File -FilePath $OutFile -Encoding utf8
Write-Host "Wrote $OutFile. $(@($items | Where-Object { $_.status -eq 'collected' }).Count) of $($items.Count) items were collected."

#endregion
