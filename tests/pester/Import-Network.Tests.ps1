BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    $text = @'
name: small
parameters: { width: 16 }
input: { channels: 3, height: 28, width: 28 }
layers:
  - conv: { out: width, kernel: 3 }
  - relu
'@
    $folder = [IO.Directory]::CreateDirectory("$TestDrive/nets [1]").FullName
    $plain = [IO.Directory]::CreateDirectory("$TestDrive/nets").FullName
    foreach ($file in "$folder/a.yaml", "$plain/a.yaml", "$plain/b.yml", "$plain/c.txt", "$plain/d") {
        [IO.File]::WriteAllText($file, $text)
    }
    [IO.File]::WriteAllText("$plain/broken.yaml", "name: broken`ninput: { features: 3 }`nlayers:`n  - cnov`n")
    [IO.File]::WriteAllBytes("$plain/image.bin", [byte[]](137, 80, 0, 71))
}

Describe 'Import-Network' {
    It 'reads a file' {
        $network = Import-Network "$plain/a.yaml"
        $network.Name | Should -BeExactly 'small'
        $network.Nodes.Path | Should -BeExactly 'conv', 'relu'
        $network.Path | Should -BeExactly ([IO.Path]::GetFullPath("$plain/a.yaml"))
    }

    It 'tells the format of <file> by extension or content' -ForEach @(
        @{ file = 'a.yaml' }, @{ file = 'b.yml' }, @{ file = 'c.txt' }, @{ file = 'd' }
    ) {
        (Import-Network "$plain/$file").Name | Should -BeExactly 'small'
    }

    It 'reads an ONNX model by <how>' -ForEach @(
        @{ how = 'its extension'; file = 'model.onnx'; arguments = @{} }
        @{ how = 'its content'; file = 'model'; arguments = @{} }
        @{ how = 'its format'; file = 'model'; arguments = @{ Format = 'Onnx' } }
    ) {
        [IO.File]::Copy("$PSScriptRoot/../data/squeezenet1_1_dyn.onnx", "$TestDrive/$file", $true)
        $network = Import-Network "$TestDrive/$file" -Dimension @{ N = 1 } @arguments
        $network.Name | Should -BeExactly 'model'
        $network.ParameterNames | Should -BeExactly 'N'
        $network.OutputShape | Should -BeExactly '1x1000'
        ($network | Measure-NetworkFlops -Dimension @{ N = 4 }).BatchSize | Should -Be 4
    }

    It 'warns once of a model that declares a shape its operators do not make' {
        # Relu of x, which is 2x3, to y, which is said to be 2x4.
        [IO.File]::WriteAllBytes("$TestDrive/declared.onnx", [Convert]::FromBase64String(
            'CAg6OAoMCgF4EgF5IgRSZWx1WhMKAXgSDgoMCAESCAoCCAIKAggDYhMKAXkSDgoMCAESCAoCCAIKAggEQgQKABAR'))
        $warnings = @{ WarningAction = 'SilentlyContinue'; WarningVariable = 'warning' }
        $network = Import-Network "$TestDrive/declared.onnx" @warnings
        $network.OutputShape | Should -BeExactly '2x3'
        $warning | Should -HaveCount 1
        "$($warning[0])" | Should -BeLike "*declared.onnx: the file declares 'y' as 2x4, but its operators make 2x3*"
        $null = $network | Measure-NetworkFlops -Convention exact, full @warnings
        $warning | Should -BeNullOrEmpty
        $null = Measure-NetworkFlops "$TestDrive/declared.onnx" -Convention exact, full @warnings
        $warning | Should -HaveCount 1
    }

    It 'reports a model that is broken, with the place' {
        [IO.File]::WriteAllBytes("$TestDrive/broken.onnx", [byte[]](8, 8, 58, 255, 1))
        Import-Network "$TestDrive/broken.onnx" -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'ModelInvalid,*'
        $failure[0].CategoryInfo.Category | Should -Be 'ParserError'
        "$($failure[0])" | Should -BeLike '*broken.onnx*at byte 5*'
    }

    It 'refuses text as a model' {
        'text' | Import-Network -Format Onnx -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'ArgumentInvalid,*'
    }

    It 'takes wildcards, and reads what it can' {
        $networks = @(Import-Network "$plain/*.y*ml" -ErrorAction SilentlyContinue -ErrorVariable failure)
        $networks | Should -HaveCount 2
        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -BeExactly 'LayerKindUnknown,FlopsPS.Commands.ImportNetworkCommand'
        $failure[0].TargetObject | Should -BeExactly ([IO.Path]::GetFullPath("$plain/broken.yaml"))
        "$($failure[0])" | Should -BeLike "*broken.yaml(4,5): *Did you mean 'conv'?*"
    }

    It 'takes the brackets of a literal path as they are' {
        (Import-Network -LiteralPath "$folder/a.yaml").Name | Should -BeExactly 'small'
        Import-Network "$folder/a.yaml" -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'takes wildcards that are escaped as they are' {
        (Import-Network ([WildcardPattern]::Escape("$folder/a.yaml"))).Name | Should -BeExactly 'small'
    }

    It 'takes file objects from the pipeline and by position' {
        ([IO.FileInfo] "$folder/a.yaml" | Import-Network).Name | Should -BeExactly 'small'
        ([IO.FileInfo] "$folder/a.yaml" | Import-Network -Format Yaml).Name | Should -BeExactly 'small'
        (Import-Network ([IO.FileInfo] "$plain/a.yaml")).Name | Should -BeExactly 'small'
    }

    It 'takes what Get-ChildItem hands on' -Tag Pwsh {
        (Get-ChildItem $plain -Filter a.yaml | Import-Network).Name | Should -BeExactly 'small'
        (Get-ChildItem -LiteralPath $folder | Import-Network -Format Yaml).Name | Should -BeExactly 'small'
    }

    It 'takes paths from the pipeline' {
        ("$plain/a.yaml", "$plain/b.yml" | Import-Network).Name | Should -BeExactly 'small', 'small'
    }

    It 'takes a path relative to the location, a provider path and ~' -Tag Pwsh {
        Push-Location $plain
        try {
            (Import-Network a.yaml).Name | Should -BeExactly 'small'
            (Import-Network ./a.yaml).Name | Should -BeExactly 'small'
            (Import-Network -LiteralPath a.yaml).Name | Should -BeExactly 'small'
            (Import-Network "FileSystem::$plain/a.yaml").Name | Should -BeExactly 'small'
        }
        finally { Pop-Location }
        Import-Network '~/no such file.yaml' -ErrorAction SilentlyContinue -ErrorVariable failure
        "$($failure[0])" | Should -BeLike '*There is no file*'
    }

    It 'reads text from the pipeline when -Format says what it is' {
        ($text | Import-Network -Format Yaml).Name | Should -BeExactly 'small'
        ($text -split "`n" | Import-Network -Format yaml).Nodes.Path | Should -BeExactly 'conv', 'relu'
    }

    It 'reads what Get-Content hands on' -Tag Pwsh {
        (Get-Content "$plain/a.yaml" | Import-Network -Format Yaml).Name | Should -BeExactly 'small'
        (Get-Content "$plain/a.yaml" -Raw | Import-Network -Format Yaml).Name | Should -BeExactly 'small'
    }

    It 'calls text without a name network' {
        ("input: { features: 8 }`nlayers: [relu]" | Import-Network -Format Yaml).Name | Should -BeExactly 'network'
    }

    It 'still reads a path that is given with -Format' {
        (Import-Network "$plain/c.txt" -Format Yaml).Name | Should -BeExactly 'small'
    }

    It 'sets parameters, input and batch' {
        (Import-Network "$plain/a.yaml" -Parameter @{ width = '8' }).OutputShape | Should -BeExactly '1x8x26x26'
        (Import-Network "$plain/a.yaml" -InputShape 32x32x3 -Layout NHWC).OutputShape | Should -BeExactly '1x16x30x30'
        (Import-Network "$plain/a.yaml" -InputShape @{ input = '3x32x32' }).OutputShape | Should -BeExactly '1x16x30x30'
        (Import-Network "$plain/a.yaml" -BatchSize 4).OutputShape | Should -BeExactly '4x16x26x26'
    }

    It 'reports <what>' -ForEach @(
        @{ what = 'a file that is not there'; file = 'none.yaml'; id = 'FileNotFound'; category = 'ObjectNotFound'
            message = '*There is no file*none.yaml*' }
        @{ what = 'a pattern that matches nothing'; file = '*.none'; id = 'FileNotFound'; category = 'ObjectNotFound'
            message = '*There is no file*.none*' }
        @{ what = 'a folder'; file = ''; id = 'FileUnreadable'; category = 'ReadError'; message = '*is a folder*' }
        @{ what = 'a binary file'; file = 'image.bin'; id = 'FileUnreadable'; category = 'ReadError'
            message = '*no format that can be read*Yaml*' }
    ) {
        Import-Network "$plain/$file" -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -BeExactly "$id,FlopsPS.Commands.ImportNetworkCommand"
        $failure[0].CategoryInfo.Category | Should -Be $category
        "$($failure[0])" | Should -BeLike $message
    }

    It 'reports a path that is not in the file system' {
        Import-Network env:PATH -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'FileUnreadable,*'
        "$($failure[0])" | Should -BeLike '*Environment*'
    }

    It 'reports a drive that does not exist' {
        Import-Network none:a.yaml -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
    }

    It 'reports text that is not a manifest' {
        'layers: {' | Import-Network -Format Yaml -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'ManifestInvalid,*'
        $failure[0].CategoryInfo.Category | Should -Be 'ParserError'
    }

    It 'refuses an unknown format' {
        { Import-Network "$plain/a.yaml" -Format Yml } |
            Should -Throw "*'Yml' is not one of Auto, *Yaml*" -ErrorId 'ArgumentInvalid,*'
    }

    It 'refuses several values for a parameter' {
        { Import-Network "$plain/a.yaml" -Parameter @{ width = 8, 16 } } |
            Should -Throw '*Measure-NetworkFlops*' -ErrorId 'SweepUnused,*'
    }
}
