BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    $network = New-Network small 1x4 -Layer (New-LinearLayer 3)
    $text = @'
{
  "baseline": 1,
  "convention": "exact",
  "networks": {
    "small": {
      "input": "1x4",
      "total": { "parameters": 15, "buffers": 0, "macs": 12, "flops": 24, "activations": 3 },
      "layers": {
        "linear": { "parameters": 15, "buffers": 0, "macs": 12, "flops": 24, "activations": 3 }
      }
    }
  }
}

'@ -replace '\r'
    $path = "$TestDrive/baseline.json"

    function Get-Row([string] $GroupBy = 'Layer') { $network | Measure-NetworkFlops -GroupBy $GroupBy }
}

Describe 'Export-NetworkBaseline' {
    BeforeEach {
        if ([IO.File]::Exists($path)) {
            [IO.File]::SetAttributes($path, 'Normal')
            [IO.File]::Delete($path)
        }
    }

    Context 'the file' {
        It 'has a line for each layer, and line feeds on every system' {
            Get-Row | Export-NetworkBaseline $path | Should -BeNullOrEmpty
            [IO.File]::ReadAllText($path) | Should -BeExactly $text
            [IO.File]::ReadAllBytes($path)[0] | Should -BeExactly 0x7B
        }
        It 'holds totals alone of rows of networks' {
            Get-Row Network | Export-NetworkBaseline $path
            [IO.File]::ReadAllText($path) | Should -Not -BeLike '*layers*'
        }
        It 'is the same of rows that came out of a job or a file, with the rows of networks among them' {
            Measure-NetworkFlops lenet5, resnet18 -GroupBy Layer | Export-NetworkBaseline $path
            $expected = [IO.File]::ReadAllText($path)
            $rows = foreach ($group in 'Layer', 'Network') { Measure-NetworkFlops lenet5, resnet18 -GroupBy $group }
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($rows)) |
                Export-NetworkBaseline $path
            [IO.File]::ReadAllText($path) | Should -BeExactly $expected
        }
        It 'does not depend on the order of networks' {
            Measure-NetworkFlops lenet5, alexnet -GroupBy Layer | Export-NetworkBaseline $path
            $first = [IO.File]::ReadAllText($path)
            Measure-NetworkFlops alexnet, lenet5 -GroupBy Layer | Export-NetworkBaseline $path
            [IO.File]::ReadAllText($path) | Should -BeExactly $first
        }
        It 'locks every network of the zoo to itself' {
            Measure-NetworkFlops resnet50, mobilenet_v2, vit_b_16 -GroupBy Layer | Export-NetworkBaseline $path
            $verdicts = Test-NetworkBudget resnet50, mobilenet_v2, vit_b_16 -Baseline $path -Lock
            $verdicts.Count | Should -BeExactly 15
            $verdicts.Where({ $_.Outcome -ne 'Pass' }) | Should -BeNullOrEmpty
        }
        It 'is emitted with -PassThru' {
            $file = Get-Row | Export-NetworkBaseline $path -PassThru
            $file.FullName | Should -BeExactly ([IO.Path]::GetFullPath($path))
        }
    }

    Context 'rows that make no baseline' {
        It 'are those of several conventions' {
            { $network | Measure-NetworkFlops -Convention exact, fvcore | Export-NetworkBaseline $path } |
                Should -Throw '*exact and fvcore*' -ErrorId 'BaselineInvalid,*'
        }
        It 'are those of a sweep' {
            { Measure-NetworkFlops resnet18 -Parameter @{ width = 32, 64 } | Export-NetworkBaseline $path } |
                Should -Throw "*'resnet18' was measured more than once*single value*" -ErrorId 'BaselineInvalid,*'
        }
        It 'are those of kinds and blocks: <_>' -ForEach 'Kind', 'Block' {
            { Measure-NetworkFlops resnet18 -GroupBy $_ | Export-NetworkBaseline $path } |
                Should -Throw '*group the rows by Layer*' -ErrorId 'BaselineInvalid,*'
        }
        It 'are some of a network' {
            { Measure-NetworkFlops lenet5 -GroupBy Layer | Where-Object Macs -GT 1000 | Export-NetworkBaseline $path } |
                Should -Throw '*some were left out*' -ErrorId 'BaselineInvalid,*'
        }
        It 'are those of layers alone that came out of a job or a file' {
            $rows = Get-Row
            {
                [Management.Automation.PSSerializer]::Deserialize(
                    [Management.Automation.PSSerializer]::Serialize($rows)) | Export-NetworkBaseline $path
            } | Should -Throw "*do not say what 'small' costs*-GroupBy Network*" -ErrorId 'BaselineInvalid,*'
        }
        It 'are anything else' {
            { Test-NetworkBudget lenet5 -MaxMacs 1 | Export-NetworkBaseline $path } |
                Should -Throw '*rows that Measure-NetworkFlops writes*' -ErrorId 'RowUnknown,*'
        }
        It 'are none at all' {
            { @() | Export-NetworkBaseline $path } | Should -Throw '*No row came in*' -ErrorId 'BaselineInvalid,*'
        }
        AfterEach {
            $path | Should -Not -Exist
        }
    }

    Context 'writing' {
        It 'does nothing with -WhatIf' {
            Get-Row | Export-NetworkBaseline $path -WhatIf
            $path | Should -Not -Exist
        }
        It 'overwrites, unless -NoClobber forbids it' {
            [IO.File]::WriteAllText($path, 'old')
            { Get-Row | Export-NetworkBaseline $path -NoClobber } |
                Should -Throw '*is there already*' -ErrorId 'FileUnwritable,*'
            [IO.File]::ReadAllText($path) | Should -BeExactly 'old'
            Get-Row | Export-NetworkBaseline $path
            [IO.File]::ReadAllText($path) | Should -BeExactly $text
        }
        It 'overwrites what is read-only with -Force alone, and leaves it so' {
            [IO.File]::WriteAllText($path, 'old')
            [IO.File]::SetAttributes($path, 'ReadOnly')
            { Get-Row | Export-NetworkBaseline $path } | Should -Throw '*-Force*' -ErrorId 'FileUnwritable,*'
            Get-Row | Export-NetworkBaseline $path -Force
            [IO.File]::ReadAllText($path) | Should -BeExactly $text
            [IO.FileInfo]::new($path).IsReadOnly | Should -BeTrue
        }
        It 'needs a folder that is there' {
            { Get-Row | Export-NetworkBaseline "$TestDrive/none/b.json" } |
                Should -Throw '*There is no folder*' -ErrorId 'FileUnwritable,*'
        }
        It 'needs the name of a file' {
            { Get-Row | Export-NetworkBaseline $TestDrive } | Should -Throw '*is a folder*' -ErrorId 'FileUnwritable,*'
        }
        It 'is relative to the location of the session' {
            $place = $ExecutionContext.SessionState.Path.CurrentLocation
            $null = $ExecutionContext.SessionState.Path.SetLocation($TestDrive)
            try {
                Get-Row | Export-NetworkBaseline ./baseline.json
            }
            finally {
                $null = $ExecutionContext.SessionState.Path.SetLocation($place)
            }
            $path | Should -Exist
        }
        It 'takes a wildcard for one file that is there' {
            [IO.File]::WriteAllText($path, 'old')
            Get-Row | Export-NetworkBaseline "$TestDrive/base*.json"
            [IO.File]::ReadAllText($path) | Should -BeExactly $text
            { Get-Row | Export-NetworkBaseline "$TestDrive/none*.json" } |
                Should -Throw '*matches 0 files*' -ErrorId 'FileUnwritable,*'
        }
        It 'takes every character as it is behind -LiteralPath' {
            Get-Row | Export-NetworkBaseline -LiteralPath "$TestDrive/b[1].json"
            [IO.File]::Exists("$TestDrive/b[1].json") | Should -BeTrue
        }
        It 'is in the file system' {
            { Get-Row | Export-NetworkBaseline Function:/b.json } | Should -Throw -ErrorId 'FileUnreadable,*'
        }
    }
}
