BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    $network = New-Network small 1x4 -Layer (New-LinearLayer 3)
    $text = "name: small`ninput: { features: 4 }`nlayers:`n  - linear: { out: 3 }`n"
    $path = "$TestDrive/small.yaml"
    $model = "$PSScriptRoot/../data/squeezenet1_1_dyn.onnx"

    # Every column but the file.
    function Get-Row($Network) {
        foreach ($row in $Network | Measure-NetworkFlops -GroupBy Layer -Convention exact, full, thop -Explain) {
            $row.PSObject.Properties.Where({ $_.Name -ne 'Path' }).ForEach({ "$($_.Name)=$($_.Value)" }) -join ' '
        }
    }
}

Describe 'Export-Network' {
    BeforeEach {
        foreach ($file in [IO.Directory]::GetFiles("$TestDrive", '*.yaml')) {
            [IO.File]::SetAttributes($file, 'Normal')
            [IO.File]::Delete($file)
        }
    }

    Context 'the file' {
        It 'is a manifest, with line feeds on every system' {
            $network | Export-Network $path | Should -BeNullOrEmpty
            [IO.File]::ReadAllText($path) | Should -BeExactly $text
            [IO.File]::ReadAllBytes($path)[0] | Should -BeExactly 0x6E
        }
        It 'measures the same as <_>' -ForEach 'resnet50', 'googlenet', 'bert-base', 'mvit_v2_s', 'efficientdet-d0' {
            $original = Get-ZooNetwork $_
            $original | Export-Network $path
            $copy = Import-Network $path
            Get-Row $copy | Should -Be (Get-Row $original)
            foreach ($column in 'Name', 'Description', 'Family', 'Year', 'Paper', 'Implementation', 'OutputShape') {
                $copy.$column | Should -BeExactly $original.$column
            }
        }
        It 'measures the same as a model' {
            $original = Import-Network $model -Dimension @{ N = 2 }
            $original | Export-Network $path
            Get-Row (Import-Network $path) | Should -Be (Get-Row $original)
            (Measure-NetworkFlops $path).ParameterBytes | Should -BeExactly (4 * 1235496)
        }
        It 'is the same when the manifest is exported again' {
            Get-ZooNetwork mobilenet_v3_large | Export-Network $path
            Import-Network $path | Export-Network "$TestDrive/again.yaml"
            [IO.File]::ReadAllText("$TestDrive/again.yaml") | Should -BeExactly ([IO.File]::ReadAllText($path))
        }
        It 'holds the network that parameters make' {
            Get-ZooNetwork resnet18 -Parameter @{ width = 32; classes = 7 } | Export-Network $path
            (Import-Network $path).OutputShape | Should -BeExactly '1x7'
        }
        It 'is emitted with -PassThru' {
            $file = $network | Export-Network $path -PassThru
            $file.FullName | Should -BeExactly ([IO.Path]::GetFullPath($path))
            ($file | Measure-NetworkFlops).Parameters | Should -BeExactly 15
        }
        It 'takes the network by position and by name' {
            Export-Network $path $network
            Export-Network -LiteralPath "$TestDrive/b[1].yaml" -Network $network
            [IO.File]::ReadAllText("$TestDrive/b[1].yaml") | Should -BeExactly ([IO.File]::ReadAllText($path))
        }
    }

    Context 'several networks' {
        It 'go into a folder, each into a file of its name' {
            $files = Get-ZooNetwork lenet5, alexnet | Export-Network $TestDrive -PassThru
            $files.Name | Should -Be 'lenet5.yaml', 'alexnet.yaml'
        }
        It 'do not go into one file' {
            Get-ZooNetwork lenet5, alexnet | Export-Network $path -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'FileUnwritable,*'
            $failure[0].TargetObject | Should -BeExactly 'alexnet'
            "$($failure[0])" | Should -BeLike '*holds a network already*name a folder*'
            (Import-Network $path).Name | Should -BeExactly 'lenet5'
        }
        It 'need names that files may have' {
            New-Network a/b 1x4 -Layer (New-LinearLayer 3) |
                Export-Network $TestDrive -ErrorAction SilentlyContinue -ErrorVariable failure
            "$($failure[0])" | Should -BeLike "*'a/b' cannot be the name of a file*"
        }
    }

    Context 'a manifest with written shapes' {
        It 'refuses other sizes, and says what to do' {
            $manifest = "input: { features: 4 }`nlayers:`n" +
            "  - stated: { kind: mix, makes: 1x4, operations: [movement: { name: mix }] }`n"
            [IO.File]::WriteAllText($path, $manifest)
            Measure-NetworkFlops $path -BatchSize 2 -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'ShapeMismatch,*'
            "$($failure[0])" | Should -BeLike "*layer 'mix'*export that*"
        }
    }

    Context 'writing' {
        It 'does nothing with -WhatIf' {
            $network | Export-Network $path -WhatIf
            $path | Should -Not -Exist
        }
        It 'overwrites, unless -NoClobber forbids it' {
            [IO.File]::WriteAllText($path, 'old')
            $network | Export-Network $path -NoClobber -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'FileUnwritable,*'
            [IO.File]::ReadAllText($path) | Should -BeExactly 'old'
            $network | Export-Network $path
            [IO.File]::ReadAllText($path) | Should -BeExactly $text
        }
        It 'overwrites what is read-only with -Force alone, and leaves it so' {
            [IO.File]::WriteAllText($path, 'old')
            [IO.File]::SetAttributes($path, 'ReadOnly')
            { $network | Export-Network $path -ErrorAction Stop } |
                Should -Throw '*-Force*' -ErrorId 'FileUnwritable,*'
            $network | Export-Network $path -Force
            [IO.File]::ReadAllText($path) | Should -BeExactly $text
            [IO.FileInfo]::new($path).IsReadOnly | Should -BeTrue
        }
        It 'needs a folder that is there' {
            { $network | Export-Network "$TestDrive/none/b.yaml" -ErrorAction Stop } |
                Should -Throw '*There is no folder*' -ErrorId 'FileUnwritable,*'
        }
        It 'is in the file system' {
            { $network | Export-Network Function:/b.yaml } | Should -Throw -ErrorId 'FileUnreadable,*'
        }
    }
}
