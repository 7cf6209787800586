@{
    RootModule           = 'bin/FlopsPS.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6b1d8f0e-5c0a-4b6e-9a57-2f6b8f4f7c11'
    Author               = 'FlopsPS contributors'
    CompanyName          = 'FlopsPS'
    Copyright            = '(c) FlopsPS contributors. MIT licence.'
    Description          = 'Counts parameters, multiply-accumulates and FLOPs of neural networks, of YAML manifests and ONNX models: exact integers, the counting convention named on every number, nothing silently dropped. Budgets and baselines that fail a build and name the layer that is the cause.'
    PowerShellVersion    = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions = @('Core', 'Desktop')
    FormatsToProcess     = @('FlopsPS.Format.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Compare-NetworkFlops'
        'ConvertTo-NetworkReport'
        'Export-Network'
        'Export-NetworkBaseline'
        'Export-NetworkReport'
        'Get-FlopsConvention'
        'Get-LayerKind'
        'Get-ZooNetwork'
        'Import-Network'
        'Measure-NetworkFlops'
        'New-ConvLayer'
        'New-Layer'
        'New-LinearLayer'
        'New-Network'
        'Test-NetworkBudget'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @(
                'FLOPs', 'MACs', 'parameters', 'neural-network', 'deep-learning', 'ONNX', 'YAML', 'profiling', 'budget'
                'CI', 'Windows', 'Linux', 'MacOS'
            )
            # ProjectUri and IconUri are left out: the project has no address on the web. The icon is in the package.
            LicenseUri   = 'https://spdx.org/licenses/MIT.html'
            # build.ps1 puts the part of the changelog here that is about this version.
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
