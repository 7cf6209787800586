BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    $network = New-Network small 1x4 -Layer (New-LinearLayer 3)
    $path = "$TestDrive/report.html"
    $manifest = "$TestDrive/net[1].yaml"
    [IO.File]::WriteAllText($manifest, "input: { features: 4 }`nlayers: [linear: { out: 3 }]")
    $folder = "$TestDrive/reports"

    function Get-Text([string] $File) { [IO.File]::ReadAllText("$TestDrive/$File") }
    function Get-Name {
        [string[]] $names = [IO.Directory]::GetFiles($folder).ForEach({ [IO.Path]::GetFileName($_) })
        [array]::Sort($names)
        $names
    }
}

Describe 'Export-NetworkReport' {
    BeforeEach {
        if ([IO.File]::Exists($path)) {
            [IO.File]::SetAttributes($path, 'Normal')
            [IO.File]::Delete($path)
        }
        if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
        $null = [IO.Directory]::CreateDirectory($folder)
    }

    Context 'what is written' {
        It 'is a page, by the name of the file' {
            $network | Export-NetworkReport $path | Should -BeNullOrEmpty
            Get-Text report.html | Should -BeLike '<!DOCTYPE html>*<h1>small</h1>*'
        }
        It 'is an icicle, a profile or stacks, by the name of the file: <file>' -ForEach @(
            @{ file = 'a.svg'; text = '<svg width*small*' }
            @{ file = 'a.speedscope.json'; text = '{*"$schema": "https://www.speedscope.app/file-format-schema.json"*' }
            @{ file = 'a.folded'; text = "small;linear 24`n" }
            @{ file = 'a.txt'; text = "small;linear 24`n" }
        ) {
            $network | Export-NetworkReport -Path "$TestDrive/$file"
            Get-Text $file | Should -BeLike $text
        }
        It 'is what -Format says, whatever the file is called' {
            $network | Export-NetworkReport -Path "$TestDrive/a.log" -Format FoldedStack
            Get-Text a.log | Should -BeExactly "small;linear 24`n"
        }
        It 'shows the figure that -Cost names: <cost>' -ForEach @(
            @{ cost = 'Parameters'; figure = 15 }
            @{ cost = 'Macs'; figure = 12 }
            @{ cost = 'Flops'; figure = 24 }
            @{ cost = 'Activations'; figure = 3 }
        ) {
            $network | Export-NetworkReport -Path "$TestDrive/a.folded" -Cost $cost
            Get-Text a.folded | Should -BeExactly "small;linear $figure`n"
        }
        It 'shows multiply-accumulates by a convention without FLOPs' {
            $network | Export-NetworkReport -Path "$TestDrive/a.folded" -Convention fvcore
            Get-Text a.folded | Should -BeExactly "small;linear 12`n"
        }
        It 'follows another input and batch' {
            $network | Export-NetworkReport -Path "$TestDrive/a.folded" -InputShape 5 -BatchSize 2
            Get-Text a.folded | Should -BeExactly "small;linear 60`n"
        }
        It 'is the same again' {
            Export-NetworkReport resnet18 -Path $path
            $first = Get-Text report.html
            Export-NetworkReport resnet18 -Path $path
            Get-Text report.html | Should -BeExactly $first
        }
        It 'is emitted with -PassThru' {
            $file = $network | Export-NetworkReport -Path $path -PassThru
            $file.FullName | Should -BeExactly ([IO.Path]::GetFullPath($path))
        }
        It 'warns of what a stack has no place for' {
            $silent = @{ WarningVariable = 'warning'; WarningAction = 'SilentlyContinue' }
            Export-NetworkReport "$TestDrive/a.folded" vit_b_16 -Convention fvcore @silent
            $warning | Should -BeLike 'vit_b_16: fvcore does not count *gelu*'
            $network | Export-NetworkReport -Path "$TestDrive/a.folded" -WarningVariable warning
            $warning | Should -BeNullOrEmpty
        }
    }

    Context 'what comes in' {
        It 'is a name, a path, or both by the pipeline' {
            Export-NetworkReport $path lenet5
            Get-Text report.html | Should -BeLike '*<h1>lenet5</h1>*'
            'alexnet', $network | Export-NetworkReport -Path $path
            Get-Text report.html | Should -BeLike '*<h1>2 networks</h1>*alexnet*small*'
        }
        It 'is a file, whatever its name has in it' {
            [IO.FileInfo]::new($manifest) | Export-NetworkReport -Path $path
            Get-Text report.html | Should -BeLike '*<h1>net?1?</h1>*'
        }
        It 'is a sweep, of which each setting is a network' {
            Export-NetworkReport $path resnet18 -Parameter @{ width = 16, 32 }
            Get-Text report.html |
                Should -BeLike '*<h1>2 networks</h1>*<h2>resnet18 width=16</h2>*<h2>resnet18 width=32</h2>*'
        }
        It 'is a model with sizes of its own' {
            Export-NetworkReport $path "$PSScriptRoot/../data/squeezenet1_1_dyn.onnx" -Dimension @{ N = 2 }
            Get-Text report.html | Should -BeLike '*<dt>Batch</dt><dd>2</dd>*'
        }
        It 'may be wrong in part, and the rest is written' {
            'lenet5', 'nonet' | Export-NetworkReport -Path $path -ErrorVariable problem -ErrorAction SilentlyContinue
            $problem.FullyQualifiedErrorId | Should -BeLike 'ZooNetworkUnknown,*'
            Get-Text report.html | Should -BeLike '*<h1>lenet5</h1>*'
        }
        It 'may be wrong as a whole, and nothing is written' {
            'nonet' | Export-NetworkReport -Path $path -ErrorVariable problem -ErrorAction SilentlyContinue
            $problem.Count | Should -Be 1
            $path | Should -Not -Exist
        }
        It 'is something' {
            { @() | Export-NetworkReport -Path $path } |
                Should -Throw '*No network came in*' -ErrorId 'NetworkMissing,*'
        }
        It 'is a network' {
            { 42 | Export-NetworkReport -Path $path -ErrorAction Stop } | Should -Throw -ErrorId 'NetworkInvalid,*'
        }
    }

    Context 'a folder' {
        It 'gets a page for each network' {
            'lenet5', $network | Export-NetworkReport -Path $folder
            Get-Name | Should -BeExactly 'lenet5.html', 'small.html'
        }
        It 'gets files of one format, named by the values of a sweep' {
            Export-NetworkReport $folder resnet18 -Format Svg -Parameter @{ width = 16, 32 }
            Get-Name | Should -BeExactly 'resnet18 width=16.svg', 'resnet18 width=32.svg'
        }
        It 'has room for one network of a name' {
            { $network, $network | Export-NetworkReport -Path $folder -ErrorAction Stop } |
                Should -Throw "*Several networks are called 'small'*" -ErrorId 'FileUnwritable,*'
        }
    }

    Context 'calls that make no sense' {
        It 'name no format' {
            { $network | Export-NetworkReport -Path "$TestDrive/a.pdf" } |
                Should -Throw "*'a.pdf' does not say what to write*-Format*" -ErrorId 'ArgumentInvalid,*'
        }
        It 'want several networks in one picture' {
            { 'lenet5', $network | Export-NetworkReport -Path "$TestDrive/two.svg" } |
                Should -Throw '*name a folder*' -ErrorId 'FileUnwritable,*'
            "$TestDrive/two.svg" | Should -Not -Exist
        }
        It 'want a figure that the convention does not have' {
            { $network | Export-NetworkReport -Path $path -Convention fvcore -Cost Flops } |
                Should -Throw '*does not define FLOPs*' -ErrorId 'FigureUndefined,*'
        }
        It 'want a convention that there is not' {
            { $network | Export-NetworkReport -Path $path -Convention exakt } |
                Should -Throw -ErrorId 'ConventionUnknown,*'
        }
        It 'name a layout without an input' {
            { $network | Export-NetworkReport -Path $path -Layout NHWC } | Should -Throw -ErrorId 'LayoutUnused,*'
        }
    }

    Context 'writing' {
        It 'does nothing with -WhatIf' {
            $network | Export-NetworkReport -Path $path -WhatIf
            $path | Should -Not -Exist
        }
        It 'overwrites, unless -NoClobber forbids it' {
            [IO.File]::WriteAllText($path, 'old')
            { $network | Export-NetworkReport -Path $path -NoClobber } |
                Should -Throw '*is there already*' -ErrorId 'FileUnwritable,*'
            [IO.File]::ReadAllText($path) | Should -BeExactly 'old'
            $network | Export-NetworkReport -Path $path
            Get-Text report.html | Should -Not -BeExactly 'old'
        }
        It 'overwrites what is read-only with -Force alone' {
            [IO.File]::WriteAllText($path, 'old')
            [IO.File]::SetAttributes($path, 'ReadOnly')
            { $network | Export-NetworkReport -Path $path } | Should -Throw '*-Force*' -ErrorId 'FileUnwritable,*'
            $network | Export-NetworkReport -Path $path -Force
            Get-Text report.html | Should -Not -BeExactly 'old'
        }
        It 'takes every character as it is behind -LiteralPath' {
            $network | Export-NetworkReport -LiteralPath "$TestDrive/r[1].html"
            [IO.File]::Exists("$TestDrive/r[1].html") | Should -BeTrue
        }
        It 'is relative to the location of the session' {
            $place = $ExecutionContext.SessionState.Path.CurrentLocation
            $null = $ExecutionContext.SessionState.Path.SetLocation($TestDrive)
            try {
                $network | Export-NetworkReport -Path ./report.html
            }
            finally {
                $null = $ExecutionContext.SessionState.Path.SetLocation($place)
            }
            $path | Should -Exist
        }
    }
}
