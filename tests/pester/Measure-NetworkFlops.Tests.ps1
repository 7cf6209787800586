BeforeDiscovery {
    $columns = 'Network', 'Layer', 'Kind', 'Convention', 'BatchSize', 'InputShape', 'OutputShape', 'Parameters',
    'ParameterBytes', 'Buffers', 'Scales', 'Macs', 'Flops', 'Activations', 'Coverage', 'Uncounted', 'Formula', 'Path'
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    $small = @'
name: small
parameters: { width: 16, resolution: 28, kind: 3 }
input: { channels: kind, height: resolution, width: resolution }
layers:
  - conv: { out: width, kernel: 3 }
  - relu
'@
    $strange = @'
name: strange
input: { channels: 3, height: 8, width: 8 }
layers:
  - conv: { out: 4, kernel: 3 }
  - custom: { out: [4, 6, 6] }
  - convtranspose: { out: 2, kernel: 3 }
'@
    [IO.File]::WriteAllText("$TestDrive/small.yaml", $small)
    [IO.File]::WriteAllText("$TestDrive/strange.yaml", $strange)
    [IO.File]::WriteAllText("$TestDrive/broken.yaml", "input: { features: 3 }`nlayers:`n  - cnov`n")
}

Describe 'Measure-NetworkFlops' {
    Context 'what it measures' {
        It 'measures a file' {
            $cost = Measure-NetworkFlops "$TestDrive/small.yaml"
            $cost.Network | Should -BeExactly 'small'
            $cost.Convention | Should -BeExactly 'exact'
            # 26*26 positions * 16 channels * 3*3*3 terms
            $cost.Macs | Should -BeExactly 292032
            $cost.Macs | Should -BeOfType long
            $cost.Path | Should -BeExactly ([IO.Path]::GetFullPath("$TestDrive/small.yaml"))
        }

        It 'measures a network of the zoo by its name' {
            (Measure-NetworkFlops resnet50).Macs | Should -BeExactly 4089184256
        }

        It 'measures networks of the zoo by a pattern' {
            (Measure-NetworkFlops 'resnet1*').Network | Should -BeExactly (Get-ZooNetwork 'resnet1*').Name
        }

        It 'measures several at once, files and names' {
            (Measure-NetworkFlops "$TestDrive/small.yaml", alexnet).Network | Should -Be 'small', 'alexnet'
            ("$TestDrive/small.yaml", 'alexnet' | Measure-NetworkFlops).Network | Should -Be 'small', 'alexnet'
        }

        It 'measures networks, from the pipeline and by position' {
            $network = Import-Network "$TestDrive/small.yaml"
            ($network | Measure-NetworkFlops).Macs | Should -BeExactly 292032
            (Measure-NetworkFlops $network).Macs | Should -BeExactly 292032
            (Measure-NetworkFlops $network, $network).Macs | Should -BeExactly 292032, 292032
        }

        It 'measures layers as one network' {
            $cost = (New-ConvLayer 16 3), (New-Layer relu), (New-ConvLayer 8 3) |
                Measure-NetworkFlops -InputShape 1x3x28x28
            $cost.Network | Should -BeExactly 'layers'
            $cost.OutputShape | Should -BeExactly '1x8x24x24'
            # 26*26*16*27 + 24*24*8*144
            $cost.Macs | Should -BeExactly (292032 + 663552)
            (Measure-NetworkFlops (New-LinearLayer 64 128)).Macs | Should -BeExactly 8192
        }

        It 'knows the input of layers when the first is linear and says its features' {
            (New-LinearLayer 64 -In 128 | Measure-NetworkFlops -BatchSize 2).InputShape | Should -BeExactly '2x128'
        }

        It 'takes file objects' {
            ([IO.FileInfo] "$TestDrive/small.yaml" | Measure-NetworkFlops).Network | Should -BeExactly 'small'
            (Measure-NetworkFlops ([IO.FileInfo] "$TestDrive/small.yaml")).Network | Should -BeExactly 'small'
            (Measure-NetworkFlops -LiteralPath "$TestDrive/small.yaml").Network | Should -BeExactly 'small'
        }

        It 'prefers a file to a network of the zoo of that name' -Tag Pwsh {
            [IO.File]::WriteAllText("$TestDrive/alexnet", $small)
            Push-Location $TestDrive
            try { (Measure-NetworkFlops alexnet).Network | Should -BeExactly 'small' } finally { Pop-Location }
        }
    }

    Context 'rows' {
        It 'have these columns and no other' -ForEach @{ columns = $columns } {
            (Measure-NetworkFlops resnet18).PSObject.Properties.Name | Should -BeExactly $columns
            (Measure-NetworkFlops resnet18 -GroupBy Layer)[0].PSObject.Properties.Name | Should -BeExactly $columns
        }

        It 'hold scalars only' {
            foreach ($property in (Measure-NetworkFlops resnet18 -GroupBy Block -Explain)[0].PSObject.Properties) {
                if ($null -ne $property.Value) {
                    $property.Value.GetType() | Should -BeIn ([string], [long], [double])
                }
            }
        }

        It 'stand for the whole network, blocks, kinds or layers, and add up alike' {
            $whole = Measure-NetworkFlops resnet18
            $whole | Should -BeOfType FlopsPS.Counting.NetworkCost
            foreach ($group in 'Block', 'Kind', 'Layer') {
                $sum = 0L
                foreach ($row in Measure-NetworkFlops resnet18 -GroupBy $group) {
                    $row | Should -BeOfType FlopsPS.Counting.LayerCost
                    $sum += $row.Macs
                }
                $sum | Should -BeExactly $whole.Macs
            }
        }

        It 'name blocks as deep as -Depth says' {
            (Measure-NetworkFlops resnet18 -GroupBy Block).Layer | Should -Contain 'layer2'
            (Measure-NetworkFlops resnet18 -GroupBy Block -Depth 2).Layer | Should -Contain 'layer2/1'
        }

        It 'explain themselves with -Explain only' {
            (Measure-NetworkFlops "$TestDrive/small.yaml").Formula | Should -BeNullOrEmpty
            (Measure-NetworkFlops "$TestDrive/small.yaml" -GroupBy Layer -Explain)[0].Formula |
                Should -BeLike '*16*26*26*= 584,064'
        }

        It 'grow with the batch, parameters excepted' {
            $one = Measure-NetworkFlops resnet18
            $eight = Measure-NetworkFlops resnet18 -BatchSize 8
            $eight.BatchSize | Should -BeExactly 8
            $eight.Macs | Should -BeExactly (8 * $one.Macs)
            $eight.Parameters | Should -BeExactly $one.Parameters
        }
    }

    Context 'conventions' {
        It 'give a row each, in the order asked for' {
            (Measure-NetworkFlops lenet5 -Convention mac, exact, MAC).Convention | Should -BeExactly 'mac', 'exact'
        }

        It 'are chosen by wildcards' {
            $all = (Get-FlopsConvention).Name
            (Measure-NetworkFlops lenet5 -Convention *).Convention | Should -BeExactly $all
            (Measure-NetworkFlops lenet5 -Convention 'exact*').Convention | Should -BeExactly 'exact', 'exact-nobias'
        }

        It 'that do not exist end the call with the nearest name' {
            { Measure-NetworkFlops lenet5 -Convention exat } |
                Should -Throw "*Did you mean 'exact'?*" -ErrorId 'ConventionUnknown,*MeasureNetworkFlopsCommand'
            { Measure-NetworkFlops lenet5 -Convention 'none*' } | Should -Throw -ErrorId 'ConventionUnknown,*'
        }
    }

    Context 'conventions of files' {
        BeforeAll {
            $null = [IO.Directory]::CreateDirectory("$TestDrive/conventions")
            $rules = @{
                ours   = "figures: flops`nrules:`n  conv: 2 * macs + bias`n  relu: elements"
                theirs = "extends: exact`nfree: conv"
            }
            foreach ($name in $rules.Keys) {
                $text = "convention: $name`n$($rules[$name])"
                [IO.File]::WriteAllText("$TestDrive/conventions/$name.yaml", $text)
            }
            $ours = "$TestDrive/conventions/ours.yaml"
            $third = "convention: third`nfigures: flops`nrules: { relu: elements / 3 }"
            [IO.File]::WriteAllText("$TestDrive/third.yaml", $third)
            [IO.File]::WriteAllText("$TestDrive/copy.yaml", [IO.File]::ReadAllText($ours))
        }

        It 'count as they say' {
            $rows = Measure-NetworkFlops "$TestDrive/small.yaml" -Convention $ours -GroupBy Layer -Explain
            $rows.Convention | Should -BeExactly 'ours', 'ours'
            # 2 * 26*26*16 * 3*3*3, and a bias each; 26*26*16 elements
            $rows.Flops | Should -BeExactly (2 * 292032 + 10816), 10816
            $rows[0].Macs | Should -BeNullOrEmpty
            $rows.Formula | Should -BeExactly @(
                '2 x 16*26*26 outputs x 27 mul + 10816 bias = 594,880', '10816 elements = 10,816'
            )
        }

        It 'mix with names and wildcards, each file once' {
            (Measure-NetworkFlops lenet5 -Convention mac, $ours, "$TestDrive/conventions/*.yaml").Convention |
                Should -BeExactly 'mac', 'ours', 'theirs'
        }

        It 'are found from the location of PowerShell' {
            $place = $ExecutionContext.SessionState.Path.CurrentLocation
            $null = $ExecutionContext.SessionState.Path.SetLocation("$TestDrive/conventions")
            try {
                (Measure-NetworkFlops lenet5 -Convention ours.yaml, ./th*.yaml).Convention | Should -Be 'ours', 'theirs'
            }
            finally { $null = $ExecutionContext.SessionState.Path.SetLocation($place) }
        }

        It 'leave the rest to the convention that they extend' {
            $row = Measure-NetworkFlops lenet5 -Convention "$TestDrive/conventions/theirs.yaml"
            $linear = @(Measure-NetworkFlops lenet5 -GroupBy Kind).Where({ $_.Kind -eq 'linear' })
            $row.Macs | Should -BeExactly $linear.Macs
            $row.Coverage | Should -BeExactly 1
        }

        It 'ship as an example' {
            $example = "$PSScriptRoot/../../module/Examples/conventions/ours.yaml"
            (Measure-NetworkFlops resnet50 -Convention $example -Strict).Coverage | Should -BeExactly 1
        }

        It 'that cannot be used end the call: <path>' -ForEach @(
            @{ path = 'none.yaml'; id = 'FileNotFound'; message = '*none.yaml*' }
            @{ path = 'none*.yaml'; id = 'FileNotFound'; message = '*none*' }
            @{ path = 'conventions/'; id = 'FileUnreadable'; message = '*is a folder*' }
            @{ path = 'small.yaml'; id = 'ConventionInvalid'; message = '*this is a network, not a convention*' }
        ) {
            { Measure-NetworkFlops lenet5 -Convention "$TestDrive/$path" } |
                Should -Throw $message -ErrorId "$id,*MeasureNetworkFlopsCommand"
        }

        It 'must have names that tell them apart' {
            { Measure-NetworkFlops lenet5 -Convention $ours, "$TestDrive/copy.yaml" } |
                Should -Throw "*'ours'*ours.yaml*copy.yaml*" -ErrorId 'ConventionInvalid,*'
        }

        It 'must give whole numbers; else the error names file, rule and layer' {
            Measure-NetworkFlops "$TestDrive/small.yaml" -Convention "$TestDrive/third.yaml" `
                -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'ConventionInvalid,*'
            "$($failure[0])" |
                Should -BeLike "*third.yaml(3,16): layer 'relu': the rule for relu, 'elements / 3', gives 10816/3, *"
        }

        It 'are no networks' {
            Measure-NetworkFlops $ours -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'ManifestInvalid,*'
            "$($failure[0])" | Should -BeLike '*ours.yaml(1,1): this is a convention, not a network;*-Convention*'
        }
    }

    Context 'input shapes' {
        It 'may be given in a layout: <shape>' -ForEach @(
            @{ shape = '32x32x3' }
            @{ shape = 32, 32, 3 }
            @{ shape = '1x32x32x3' }
            @{ shape = @{ input = '32,32,3' } }
        ) {
            (Measure-NetworkFlops "$TestDrive/small.yaml" -InputShape $shape -Layout NHWC).InputShape |
                Should -BeExactly '1x3x32x32'
        }

        It 'are in the order of the network otherwise: <shape>' -ForEach @(
            @{ shape = '3x32x32'; expected = '1x3x32x32' }
            @{ shape = '2x3x32x32'; expected = '2x3x32x32' }
            @{ shape = @{ INPUT = 3, 32, 32 }; expected = '1x3x32x32' }
        ) {
            (Measure-NetworkFlops "$TestDrive/small.yaml" -InputShape $shape).InputShape | Should -BeExactly $expected
        }

        It 'give way to -BatchSize' {
            (Measure-NetworkFlops "$TestDrive/small.yaml" -InputShape 2x3x32x32 -BatchSize 5).InputShape |
                Should -BeExactly '5x3x32x32'
        }

        It 'of another number of axes are reported' {
            Measure-NetworkFlops "$TestDrive/small.yaml" -InputShape 32x32 `
                -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'ShapeMismatch,*'
            $failure[0].CategoryInfo.Category | Should -Be 'InvalidData'
            "$($failure[0])" | Should -BeLike '*takes 4 sizes, or 3 without the batch; 32x32 has 2*'
        }

        It 'for an input that does not exist are reported' {
            Measure-NetworkFlops "$TestDrive/small.yaml" -InputShape @{ image = '3x32x32' } `
                -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'ParameterInvalid,*'
            "$($failure[0])" | Should -BeLike "*'image'*input*"
        }

        It 'are missed when layers do not imply them' {
            { New-ConvLayer 16 3 | Measure-NetworkFlops } |
                Should -Throw '*add -InputShape*' -ErrorId 'InputShapeMissing,*MeasureNetworkFlopsCommand'
        }
    }

    Context 'ONNX models' {
        BeforeAll {
            $model = "$PSScriptRoot/../data/squeezenet1_1_dyn.onnx"
        }

        It 'are measured with the sizes that they leave open' {
            $row = Measure-NetworkFlops $model -Dimension @{ N = 2 }
            $row.Network | Should -BeExactly 'squeezenet1_1_dyn'
            $row.InputShape | Should -BeExactly '2x3x224x224'
            $row.Parameters | Should -Be 1235496
            $row.Macs | Should -Be (2 * 349151936)
            $row.Path | Should -BeLike '*squeezenet1_1_dyn.onnx'
        }

        It 'sweep through such sizes' {
            $rows = Measure-NetworkFlops $model -Dimension @{ N = 1, 2 }
            $rows.N | Should -Be 1, 2
            $rows.BatchSize | Should -Be 1, 2
        }

        It 'take <name>' -ForEach @(
            @{ name = 'a shape'; arguments = @{ InputShape = '3x3x224x224' } }
            @{ name = 'a shape by name'; arguments = @{ InputShape = @{ INPUT = 3, 3, 224, 224 } } }
            @{ name = 'a batch'; arguments = @{ BatchSize = 3 } }
            @{ name = 'a shape without a batch, and the batch'; arguments = @{ InputShape = '3x224x224'; BatchSize = 3 } }
        ) {
            (Measure-NetworkFlops $model @arguments).Macs | Should -Be (3 * 349151936)
        }

        It 'name the size that is missing and the inputs that have it' {
            Measure-NetworkFlops $model -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'InputShapeMissing,*'
            "$($failure[0])" | Should -BeLike "*squeezenet1_1_dyn.onnx: *'input' (N x 3 x 224 x 224)*-Dimension @{ 'N' = 1 }"
        }

        It 'have rows for layers and blocks as other networks do' {
            $kinds = (Measure-NetworkFlops $model -BatchSize 1 -GroupBy Kind).Kind
            $kinds | Should -BeExactly 'conv', 'relu', 'maxpool', 'concat', 'globalavgpool', 'flatten'
            (Measure-NetworkFlops $model -BatchSize 1 -GroupBy Block -Depth 2).Layer | Should -Contain 'features/features.0'
        }
    }

    Context 'sweeps' {
        It 'go through every combination, the last parameter of the manifest fastest' {
            $rows = Measure-NetworkFlops "$TestDrive/small.yaml" -Parameter @{ Resolution = 28, 32; Width = 8, 16 }
            $rows.width | Should -BeExactly 8, 8, 16, 16
            $rows.resolution | Should -BeExactly 28, 32, 28, 32
            # resolution - 2 squared, * width * 27
            $rows.Macs | Should -BeExactly (676 * 8 * 27), (900 * 8 * 27), (676 * 16 * 27), (900 * 16 * 27)
        }

        It 'carry a single value too' {
            $row = Measure-NetworkFlops "$TestDrive/small.yaml" -Parameter @{ width = '8' }
            $row.width | Should -BeExactly 8
            $row.OutputShape | Should -BeExactly '1x8x26x26'
        }

        It 'carry fractions as numbers' {
            (Measure-NetworkFlops mobilenet_v2 -Parameter @{ width = 0.5 }).width | Should -BeExactly 0.5
        }

        It 'label every row of a network' {
            $rows = Measure-NetworkFlops "$TestDrive/small.yaml" -Parameter @{ width = 8, 16 } -GroupBy Layer
            $rows.width | Should -BeExactly 8, 8, 16, 16
        }

        It 'name a parameter Parameter.<name> when a column has its name' {
            $row = Measure-NetworkFlops "$TestDrive/small.yaml" -Parameter @{ kind = 1 }
            $row.'Parameter.kind' | Should -BeExactly 1
            $row.Kind | Should -BeNullOrEmpty
        }

        It 'work on networks' {
            $network = Import-Network "$TestDrive/small.yaml"
            ($network | Measure-NetworkFlops -Parameter @{ width = 8, 16 }).width | Should -BeExactly 8, 16
        }

        It 'report a value that does not fit, say which, and go on' {
            $rows = Measure-NetworkFlops "$TestDrive/small.yaml" -Parameter @{ width = 0, 16 } `
                -ErrorAction SilentlyContinue -ErrorVariable failure
            $rows.width | Should -BeExactly 16
            $failure | Should -HaveCount 1
            "$($failure[0])" | Should -BeLike '*(width=0)'
        }

        It 'refuse <what>' -ForEach @(
            @{ what = 'a parameter without a value'; table = @{ width = @() }; message = "*'width' has no value*" }
            @{ what = 'a missing value'; table = @{ width = $null }; message = "*'width'*missing*" }
            @{ what = 'a value that is an object'; table = @{ width = [guid]::Empty }; message = "*'width'*number*" }
        ) {
            { Measure-NetworkFlops "$TestDrive/small.yaml" -Parameter $table } |
                Should -Throw $message -ErrorId 'ParameterInvalid,*'
        }

        It 'report a parameter that the network does not have' {
            Measure-NetworkFlops "$TestDrive/small.yaml" -Parameter @{ widht = 8 } `
                -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'ParameterInvalid,*'
            "$($failure[0])" | Should -BeLike "*Did you mean 'width'?*"
        }
    }

    Context 'operations without a price' {
        It 'show in Coverage and Uncounted' {
            $cost = Measure-NetworkFlops "$TestDrive/strange.yaml" -Convention molchanov
            $cost.Coverage | Should -BeLessThan 1
            $cost.Uncounted | Should -BeLike '*transposed convolution*'
        }

        It 'end the call with -Strict, all of them named' {
            $thrown = { Measure-NetworkFlops "$TestDrive/strange.yaml" -Convention molchanov -Strict } |
                Should -Throw '*custom*convtranspose*' -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike 'OperationUncounted,*MeasureNetworkFlopsCommand'
            $thrown.CategoryInfo.Category | Should -Be 'InvalidResult'
        }

        It 'do not trouble -Strict where there are none' {
            (Measure-NetworkFlops "$TestDrive/small.yaml" -Strict).Coverage | Should -BeExactly 1
        }
    }

    Context 'errors' {
        It 'are one per bad file, and the rest goes on' {
            $files = "$TestDrive/broken.yaml", "$TestDrive/none.yaml", $TestDrive, "$TestDrive/small.yaml"
            $rows = Measure-NetworkFlops $files -ErrorAction SilentlyContinue -ErrorVariable failure
            $rows.Network | Should -BeExactly 'small'
            $failure.FullyQualifiedErrorId | Should -BeExactly @(
                'LayerKindUnknown,FlopsPS.Commands.MeasureNetworkFlopsCommand'
                'FileNotFound,FlopsPS.Commands.MeasureNetworkFlopsCommand'
                'FileUnreadable,FlopsPS.Commands.MeasureNetworkFlopsCommand'
            )
        }

        It 'say that a name is neither a file nor in the zoo' {
            Measure-NetworkFlops resnet5O -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure | Should -HaveCount 1
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'ZooNetworkUnknown,*'
            $failure[0].TargetObject | Should -BeExactly 'resnet5O'
            "$($failure[0])" | Should -BeLike "*no file 'resnet5O'*zoo*Did you mean 'resnet50'?*"
        }

        It 'leave the zoo alone for <path>, which is a path' -ForEach @(
            @{ path = './resnet50' }, @{ path = 'resnet50.yaml' }
        ) {
            Measure-NetworkFlops $path -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
        }

        It 'refuse -Depth without blocks' {
            { Measure-NetworkFlops lenet5 -Depth 2 } | Should -Throw '*-GroupBy Block*' -ErrorId 'DepthUnused,*'
        }

        It 'refuse -Layout without -InputShape' {
            { Measure-NetworkFlops lenet5 -Layout NHWC } | Should -Throw '*-InputShape*' -ErrorId 'LayoutUnused,*'
        }

        It 'refuse an unknown layout' {
            { Measure-NetworkFlops lenet5 -InputShape 28x28x1 -Layout HWCN } |
                Should -Throw "*'HWCN' is not one of*" -ErrorId 'ArgumentInvalid,*'
        }

        It 'report a count that leaves 64 bits' {
            New-LinearLayer 4000000000 | New-Network big 1x4000000000 |
                Measure-NetworkFlops -ErrorAction SilentlyContinue -ErrorVariable failure
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'CountOverflow,*'
            $failure[0].CategoryInfo.Category | Should -Be 'LimitsExceeded'
            $failure[0].TargetObject | Should -BeExactly 'big'
        }
    }

    Context 'a whole PowerShell' -Tag Pwsh {
        It 'exports raw integers as CSV' {
            $csv = Measure-NetworkFlops resnet50 | ConvertTo-Csv | ConvertFrom-Csv
            $csv.Macs | Should -BeExactly '4089184256'
        }

        It 'shows every column in a list, numbers in full' -ForEach @{ columns = $columns } {
            $list = New-LinearLayer 64 128 | Measure-NetworkFlops -Explain | Format-List | Out-String
            foreach ($column in $columns) { $list | Should -Match "(?m)^$column +: " }
            $list | Should -Match '(?m)^Parameters +: 8.256\r?$'
            $list | Should -Match '(?m)^Coverage +: 100 %\r?$'
            $list | Should -Not -Match 'Variant|Total'
        }

        It 'shows a layer, and a row that was stored, in the same list' {
            $row = @(Measure-NetworkFlops lenet5 -GroupBy Layer)[0]
            $xml = [Management.Automation.PSSerializer]::Serialize($row)
            $stored = [Management.Automation.PSSerializer]::Deserialize($xml)
            ($stored | Format-List | Out-String) | Should -BeExactly ($row | Format-List | Out-String)
        }

        It 'keeps every column through Export-Clixml' -ForEach @{ columns = $columns } {
            Measure-NetworkFlops resnet18 -GroupBy Block -Explain | Export-Clixml "$TestDrive/rows.xml"
            $rows = Import-Clixml "$TestDrive/rows.xml"
            $rows[0].PSObject.Properties.Name | Should -BeExactly $columns
            $rows[0].Macs | Should -BeOfType long
            ($rows | Out-String) | Should -BeLike '*Parameters*MACs*FLOPs*'
        }

        It 'gives the same rows in parallel' {
            $module = (Get-Module FlopsPS).Path
            $alone = Measure-NetworkFlops resnet18
            $rows = 1..8 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:module
                Measure-NetworkFlops resnet18
            }
            $rows.Macs | Should -BeExactly (@($alone.Macs) * 8)
        }

        It 'gives the same rows in a job' {
            $manifest = (Resolve-Path "$PSScriptRoot/../../module/FlopsPS.psd1").Path
            $job = Start-Job {
                Import-Module $using:manifest
                Measure-NetworkFlops resnet18 -Parameter @{ width = 32 }
            }
            $row = Receive-Job $job -Wait -AutoRemoveJob
            $row.Macs | Should -BeExactly (Measure-NetworkFlops resnet18 -Parameter @{ width = 32 }).Macs
            $row.width | Should -BeExactly 32
            ($row | Out-String -Width 100) | Should -BeLike '*resnet18 width=32 *exact*'
        }
    }
}
