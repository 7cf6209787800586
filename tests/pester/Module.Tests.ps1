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

Describe 'The manifest' {
    It 'is one of which Test-ModuleManifest says nothing' -Tag Pwsh {
        Test-ModuleManifest $manifest.Path -WarningVariable warnings -ErrorVariable errors 3>$null |
            Should -Not -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
    }
    It 'says what a gallery shows' {
        $manifest.Description.Length | Should -BeGreaterThan 100
        $manifest.Description | Should -Match 'ONNX.*[Bb]udgets'
        $manifest.Author, $manifest.Copyright, $manifest.ReleaseNotes | Should -Not -BeNullOrEmpty
        $manifest.LicenseUri | Should -Be 'https://spdx.org/licenses/MIT.html'
        $manifest.Tags | Should -Contain 'ONNX'
        $manifest.Tags -match '\s' | Should -BeNullOrEmpty
        $manifest.CompatiblePSEditions | Should -Be 'Core', 'Desktop'
    }
    It 'lies beside licences, a readme and an icon' {
        foreach ($file in 'README.md', 'ThirdPartyNotices.txt', 'icon.png') {
            [IO.Path]::Combine($manifest.ModuleBase, $file) | Should -Exist
        }
    }
    It 'is accompanied by the licence of every assembly of others' {
        $notices = [IO.File]::ReadAllText([IO.Path]::Combine($manifest.ModuleBase, 'ThirdPartyNotices.txt'))
        $private = [IO.Path]::Combine($manifest.ModuleBase, 'bin', 'private')
        foreach ($dll in [IO.Directory]::GetFiles($private, '*.dll')) {
            $name = [IO.Path]::GetFileNameWithoutExtension($dll)
            if ($name -notlike 'FlopsPS*') { $notices | Should -Match "\b$([regex]::Escape($name))\b" }
        }
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
