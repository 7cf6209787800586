BeforeDiscovery {
    $root = [IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $folders = @(
        @{ folder = '.'; filter = 'build.ps1'; settings = 'PSScriptAnalyzer' }
        @{ folder = 'module'; filter = '*.ps*1'; settings = 'PSScriptAnalyzer' }
        @{ folder = 'benchmarks'; filter = '*.ps1'; settings = 'PSScriptAnalyzer.Tests' }
        @{ folder = 'tests'; filter = '*.ps1'; settings = 'PSScriptAnalyzer.Tests' }
    )
    $scripts = foreach ($case in $folders) {
        $option = if ($case.folder -eq '.') { 'TopDirectoryOnly' } else { 'AllDirectories' }
        $files = [IO.Directory]::GetFiles([IO.Path]::Combine($root, $case.folder), $case.filter, $option)
        foreach ($path in $files -notmatch '[\\/](bin|obj)[\\/]') {
            $name = [IO.Path]::GetRelativePath($root, $path) -replace '\\', '/'
            @{ name = $name; path = $path; settings = "$root/.config/$($case.settings).psd1" }
        }
    }
}

Describe 'PSScriptAnalyzer' -Tag Pwsh {
    It 'has no complaint about <name>' -ForEach $scripts {
        if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
        }
        Invoke-ScriptAnalyzer -Path $path -Settings $settings |
            ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" } |
            Should -BeNullOrEmpty
    }
}
