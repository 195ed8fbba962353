# The app on Windows without anybody signed in: a scheduled task that starts with the machine, from Windows' own tools.
# Run as administrator:  powershell -ExecutionPolicy Bypass -File deploy\windows-service.ps1 -DataFolder D:\so-lieu
# To end it: Unregister-ScheduledTask -TaskName Dashboard
# NOT TRIED by its makers, who had no Windows at hand: check each step, above all the account and the folder's rights.
param(
    [string]$Program = (Split-Path -Parent $PSScriptRoot),
    [Parameter(Mandatory = $true)][string]$DataFolder
)
$ErrorActionPreference = "Stop"
$account = "NT AUTHORITY\LOCAL SERVICE"  # may do little here and nothing in the network

New-Item -ItemType Directory -Force $DataFolder | Out-Null
icacls $DataFolder /inheritance:r /grant "*S-1-5-19:(OI)(CI)M" "*S-1-5-32-544:(OI)(CI)F" | Out-Null
[Environment]::SetEnvironmentVariable("DASHBOARD_HOME", $DataFolder, "Machine")

$streamlit = Join-Path $Program ".venv\Scripts\streamlit.exe"
if (-not (Test-Path $streamlit)) { throw "Chua cai dat chuong trinh: khong co $streamlit" }
$action = New-ScheduledTaskAction -Execute $streamlit -WorkingDirectory $Program `
    -Argument "run app.py --server.address 127.0.0.1 --server.port 8501"
$settings = New-ScheduledTaskSettingsSet -RestartCount 10 -RestartInterval (New-TimeSpan -Minutes 1) `
    -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
$principal = New-ScheduledTaskPrincipal -UserId $account -LogonType ServiceAccount
Register-ScheduledTask -TaskName "Dashboard" -Action $action -Settings $settings -Principal $principal `
    -Trigger (New-ScheduledTaskTrigger -AtStartup) -Force | Out-Null
Start-ScheduledTask -TaskName "Dashboard"
Write-Host "Dang chay: http://127.0.0.1:8501"
