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
Package    makes out/FlopsPS/<version>, ready for the PowerShell Gallery, and out/FlopsPS.<version>.nupkg
Benchmark  runs the benchmarks; figures are printed and kept under BenchmarkDotNet.Artifacts
Clean      removes everything that the other tasks made
.PARAMETER Configuration
Release, or Debug for the debugger.
.PARAMETER Folder
The folders of src/FlopsPS.Core that Mutate goes through; all when not given.
.EXAMPLE
./build.ps1
Makes module/ importable.
.EXAMPLE
./build.ps1 -Task Test, Package
Packages the module after its tests have passed.
.EXAMPLE
./build.ps1 -Task Mutate -Folder Numbers, Tensors
Tests the mutants of two folders.
#>
[CmdletBinding()]
param(
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [string[]] $Folder = '*'
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$manifest = Import-PowerShellDataFile (Join-Path $root 'module/FlopsPS.psd1')
$version = $manifest.ModuleVersion
$out = Join-Path $root 'out'

function Invoke-DotNet {
    Write-Verbose "dotnet $args"
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE"
    }
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
        $folder = Join-Path $out "FlopsPS/$version"
        Remove-Item $folder -Recurse -Force -ErrorAction Ignore
        $null = New-Item $folder -ItemType Directory
        Copy-Item (Join-Path $root 'module/*'), (Join-Path $root 'LICENSE') $folder -Recurse
        Get-ChildItem $folder -Recurse -Include *.pdb | Remove-Item
        $null = Test-ModuleManifest (Join-Path $folder 'FlopsPS.psd1')
        $tags = $manifest.PrivateData.PSData.Tags -join ' '
        # On MSBuild's command line a comma would end the property.
        $description = $manifest.Description -replace ',', '%2C'
        Invoke-DotNet pack (Join-Path $root 'src/FlopsPS') --no-build --configuration $Configuration --output $out `
            "-p:NuspecFile=FlopsPS.nuspec" "-p:NuspecBasePath=$folder" "-p:ModuleDescription=$description" `
            "-p:ModuleTags=$tags"
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
        Write-Host "== $name"
        & $tasks.$name
    }
}
