BeforeDiscovery {
    $manifest = Test-ModuleManifest "$PSScriptRoot/../../module/FlopsPS.psd1"
    $commands = $manifest.ExportedCmdlets.Keys.ForEach({ @{ command = $_ } })
}

BeforeAll {
    $manifest = Test-ModuleManifest "$PSScriptRoot/../../module/FlopsPS.psd1"
    Import-Module $manifest.Path -ErrorAction Stop
    $module = Get-Module FlopsPS
}

Describe 'The module' {
    It 'has the version of its manifest' {
        $module.Version | Should -Be $manifest.Version
    }
    It 'exports the cmdlets that its manifest names, and no other' {
        [string[]] $expected = $manifest.ExportedCmdlets.Keys
        [string[]] $actual = (Get-Command -Module FlopsPS).Name
        [array]::Sort($expected)
        [array]::Sort($actual)
        $actual | Should -Be $expected
    }
    It 'exports no function, alias or variable' {
        $module.ExportedFunctions.Keys | Should -BeNullOrEmpty
        $module.ExportedAliases.Keys | Should -BeNullOrEmpty
        $module.ExportedVariables.Keys | Should -BeNullOrEmpty
    }
}

Describe '<command>' -ForEach $commands {
    BeforeAll {
        $info = Get-Command -Name $command -CommandType Cmdlet -ErrorAction Stop
    }

    It 'has an approved verb' -Tag Pwsh {
        (Get-Verb).Verb | Should -Contain $info.Verb
    }
    It 'says what it emits' {
        $info.OutputType | Should -Not -BeNullOrEmpty
    }
}
