<#
.SYNOPSIS
Builds, tests and packages FlopsPS.
.DESCRIPTION
Needs the .NET SDK and nothing else; runs in PowerShell 7 and in Windows PowerShell 5.1.
.PARAMETER Task
What to do, in this order:
Build      makes module/ importable: Import-Module ./module/FlopsPS.psd1
Test       runs all tests: xunit, and the Pester files in the embedded engine and in real Pester when it is there
Mutate     alters src/FlopsPS.Core mutant by mutant, folder by folder, and sees whether its tests notice; takes hours
Pack       packs what is built: out/FlopsPS/<version>, the module as it is installed; out/FlopsPS.<version>.nupkg, for
           the PowerShell Gallery or a repository of one's own; and out/FlopsPS.Tool.<version>.nupkg, the host as a
           .NET tool, whose command is flopsps
Package    Build, then Pack
Benchmark  runs the benchmarks; figures are printed and kept under BenchmarkDotNet.Artifacts
Clean      removes everything that the other tasks made
.PARAMETER Configuration
Release, or Debug for the debugger.
.PARAMETER Folder
The folders of src/FlopsPS.Core that Mutate goes through; all when not given.
.PARAMETER Output
The folder for packages.
.PARAMETER CertificateThumbprint
Pack signs what it puts into the module with this certificate for code signing, out of the store of the current user,
and adds a signed catalogue of all files, FlopsPS.cat. Needs Windows.
.PARAMETER TimestampServer
The address of a server for timestamps, without which signatures end with the certificate.
.EXAMPLE
./build.ps1
Makes module/ importable.
.EXAMPLE
./build.ps1 -Task Test, Package
Packages the module after its tests have passed.
.EXAMPLE
./build.ps1 -Task Package -CertificateThumbprint 0123456789ABCDEF0123456789ABCDEF01234567
Makes a signed package, on Windows.
.EXAMPLE
./build.ps1 -Task Mutate -Folder Numbers, Tensors
Tests the mutants of two folders.
#>
[Diagnostics.CodeAnalysis.SuppressMessage(
    'PSReviewUnusedParameter', '', Justification = 'Tasks use them, which are script blocks.')]
[CmdletBinding()]
param(
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [string[]] $Folder = '*',

    [string] $Output = (Join-Path $PSScriptRoot 'out'),

    [ValidatePattern('^[0-9A-Fa-f]{40}$')]
    [string] $CertificateThumbprint,

    [uri] $TimestampServer
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$manifest = Import-PowerShellDataFile (Join-Path $root 'module/FlopsPS.psd1')
$version = $manifest.ModuleVersion
$out = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Output)

function Invoke-DotNet {
    Write-Verbose "dotnet $args"
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE"
    }
}

# What the changelog says of this version.
function Get-ReleaseNote {
    $changes = [IO.File]::ReadAllText((Join-Path $root 'CHANGELOG.md')) -replace '\r'
    $part = [regex]::Match($changes, "(?ms)^## $([regex]::Escape($version))\b[^\n]*\n(.*?)(?=^## |\z)")
    if (-not $part.Success) { throw "CHANGELOG.md says nothing of $version." }
    $part.Groups[1].Value.Trim()
}

# The module as it is installed.
function Copy-Module([string] $Target) {
    Remove-Item $Target -Recurse -Force -ErrorAction Ignore
    $null = New-Item $Target -ItemType Directory
    Copy-Item (Join-Path $root 'module/*'), (Join-Path $root 'LICENSE') $Target -Recurse
    Get-ChildItem $Target -Recurse -Include *.pdb, *.svg | Remove-Item
    $packed = Join-Path $Target 'FlopsPS.psd1'
    $text = [IO.File]::ReadAllText($packed)
    $notes = "ReleaseNotes = @'`n$(Get-ReleaseNote)`n'@"
    [IO.File]::WriteAllText($packed, $text.Replace("ReleaseNotes = 'See CHANGELOG.md.'", $notes))
    if (-not (Test-ModuleManifest $packed).ReleaseNotes.Contains((Get-ReleaseNote))) {
        throw 'module/FlopsPS.psd1 has no line for the release notes.'
    }
}

function Protect-Module([string] $Target) {
    if ($env:OS -ne 'Windows_NT') { throw 'Signing needs Windows, whose certificates and catalogues it uses.' }
    $certificate = Get-Item "Cert:/CurrentUser/My/$CertificateThumbprint"
    $signing = @{ Certificate = $certificate; HashAlgorithm = 'SHA256'; IncludeChain = 'NotRoot' }
    if ($TimestampServer) { $signing.TimestampServer = $TimestampServer }
    $code = Get-ChildItem $Target -Recurse -Include *.dll, *.ps1, *.psd1, *.ps1xml
    # What others have signed stays theirs.
    $signed = @($code | Where-Object { (Get-AuthenticodeSignature $_.FullName).Status -ne 'Valid' } |
            ForEach-Object { Set-AuthenticodeSignature -FilePath $_.FullName @signing })
    $catalog = Join-Path ([IO.Path]::GetTempPath()) 'FlopsPS.cat'
    $null = New-FileCatalog -Path $Target -CatalogFilePath $catalog -CatalogVersion 2
    $signed += Set-AuthenticodeSignature -FilePath $catalog @signing
    Move-Item $catalog $Target
    $unsigned = @($signed | Where-Object Status -NE 'Valid')
    if ($unsigned) { throw "Not signed: $($unsigned.Path -join ', '): $($unsigned[0].StatusMessage)" }
}

# The nuspec of the module with what its manifest says.
function Export-Specification([string] $Target) {
    $module = Import-PowerShellDataFile (Join-Path $Target 'FlopsPS.psd1')
    $file = Join-Path $root 'src/FlopsPS/obj/FlopsPS.nuspec'
    $specification = [xml](Get-Content (Join-Path $root 'src/FlopsPS/FlopsPS.nuspec') -Raw)
    $metadata = $specification.package.metadata
    $metadata.version = $version
    $metadata.authors = $module.Author
    $metadata.description = $module.Description
    $metadata.releaseNotes = $module.PrivateData.PSData.ReleaseNotes
    $metadata.copyright = $module.Copyright
    $kinds = @('PSModule') + ($module.CompatiblePSEditions -replace '^', 'PSEdition_') + 'PSIncludes_Cmdlet'
    $commands = @($module.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" })
    $metadata.tags = $kinds + $commands + $module.PrivateData.PSData.Tags -join ' '
    $specification.Save($file)
    $file
}

$tasks = [ordered]@{
    Clean     = {
        Get-ChildItem $root -Directory -Recurse -Include bin, obj, StrykerOutput, BenchmarkDotNet.Artifacts |
            Where-Object FullName -NotMatch '[\\/]\.git[\\/]' |
            Remove-Item -Recurse -Force
        Remove-Item $out -Recurse -Force -ErrorAction Ignore
    }

    Build     = { Invoke-DotNet build (Join-Path $root 'src/FlopsPS.Host') --configuration $Configuration }

    Test      = { Invoke-DotNet test $root }

    Mutate    = {
        $paths = $Folder -split ',' | ForEach-Object { Join-Path $root "src/FlopsPS.Core/$_" }
        $names = Get-Item $paths | Where-Object { $_.PSIsContainer -and $_.Name -notin 'bin', 'obj' } |
            ForEach-Object Name
        Push-Location (Join-Path $root 'tests/FlopsPS.Core.Tests')
        try {
            Invoke-DotNet tool restore
            # A folder takes long: one with too many survivors does not keep the others from being measured.
            $failed = foreach ($name in $names) {
                & dotnet stryker --mutate "$name/**/*.cs" --output "StrykerOutput/$name" | Out-Host
                if ($LASTEXITCODE -ne 0) { $name }
            }
        }
        finally {
            Pop-Location
        }
        if ($failed) {
            throw "Stryker failed, or found more survivors than the threshold allows, in $($failed -join ', ')"
        }
    }

    Package   = {
        & $tasks.Build
        & $tasks.Pack
    }

    Pack      = {
        $target = Join-Path $out "FlopsPS/$version"
        Copy-Module $target
        if ($CertificateThumbprint) { Protect-Module $target }
        $packing = '--no-build', '--configuration', $Configuration, '--output', $out
        Invoke-DotNet pack (Join-Path $root 'src/FlopsPS') @packing "-p:NuspecFile=$(Export-Specification $target)" `
            "-p:NuspecBasePath=$target"
        # What lies in the folder goes into the package.
        $published = Join-Path $root 'src/FlopsPS.Host/obj/published/'
        Remove-Item $published -Recurse -Force -ErrorAction Ignore
        Invoke-DotNet pack (Join-Path $root 'src/FlopsPS.Host') @packing "-p:PackagedModule=$target" `
            "-p:PublishDir=$published"
    }

    Benchmark = {
        Invoke-DotNet build (Join-Path $root 'src/FlopsPS.Host') --configuration Release
        & (Join-Path $root 'benchmarks/Processes.ps1')
        Invoke-DotNet run --project (Join-Path $root 'benchmarks/FlopsPS.Benchmarks') --configuration Release
    }
}

# pwsh -File passes "Test,Package" as one text.
$wanted = @($Task -split ',' | ForEach-Object Trim | Where-Object Length -gt 0)
foreach ($name in $wanted) {
    if (-not $tasks.Contains($name)) {
        throw "There is no task '$name'. The tasks are $($tasks.Keys -join ', ')."
    }
}

foreach ($name in $tasks.Keys) {
    if ($wanted -contains $name) {
        Write-Information "== $name" -InformationAction Continue
        & $tasks.$name
    }
}
