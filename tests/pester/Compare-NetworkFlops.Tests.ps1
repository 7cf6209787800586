BeforeDiscovery {
    $columns = 'Network', 'Convention', 'Reference', 'BatchSize', 'InputShape', 'Parameters', 'Macs', 'Flops',
    'Figure', 'Difference', 'ParametersDifference', 'Why', 'Coverage', 'Uncounted', 'Path'
    $layerColumns = 'Network', 'ReferenceNetwork', 'Convention', 'Change', 'Layer', 'Kind', 'What', 'Parameters',
    'ReferenceParameters', 'ParametersDifference', 'Macs', 'ReferenceMacs', 'MacsDifference', 'Flops',
    'ReferenceFlops', 'FlopsDifference', 'Uncounted', 'Path'
    $termColumns = 'Network', 'Convention', 'Figure', 'Kind', 'Operation', 'Amount', 'Layers', 'Reason', 'Path'
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    $small = @'
name: small
parameters: { width: 16 }
input: { channels: 3, height: 28, width: 28 }
layers:
  - conv: { out: width, kernel: 5, padding: same }
  - batchnorm
  - relu
'@
    $two = 'variants: { a: {}, b: { width: 32 } }', $small.Replace("name: small`n", '') -join "`n"
    [IO.File]::WriteAllText("$TestDrive/small.yaml", $small)
    [IO.File]::WriteAllText("$TestDrive/larger.yaml", $small.Replace('kernel: 5', 'kernel: 7').Replace('relu', 'gelu'))
    [IO.File]::WriteAllText("$TestDrive/old.yaml", $two)
    [IO.File]::WriteAllText("$TestDrive/new.yaml", $two.Replace('a: {}', 'c: {}').Replace('kernel: 5', 'kernel: 3'))
    [IO.File]::WriteAllText("$TestDrive/[1].yaml", $small)
    [IO.File]::WriteAllText("$TestDrive/broken.yaml", "input: { features: 3 }`nlayers:`n  - cnov`n")
}

Describe 'Compare-NetworkFlops' {
    Context 'one network under several conventions' {
        It 'says why a tool prints another number' {
            $rows = Compare-NetworkFlops resnet50 -Convention fvcore, mac
            $rows.Convention | Should -BeExactly 'exact', 'fvcore', 'mac'
            $rows.Figure | Should -BeExactly 'Flops', 'Macs', 'Flops'
            $rows.Difference | Should -BeExactly 0, 22328320, 11113984
            $rows[0].Why | Should -BeNullOrEmpty
            $rows[1].Why | Should -BeLike '+ 22,227,968 batchnorm: 2 per element; + 100,352 *pool: 1 per input*'
            $rows[2].Why | Should -BeExactly '+ 11,113,984 conv: 1 more per output'
        }

        It 'compares all conventions when none is named' {
            $all = (Get-FlopsConvention).Name
            (Compare-NetworkFlops lenet5).Convention | Should -BeExactly (@('exact') + ($all -ne 'exact'))
        }

        It 'compares with any convention' {
            $rows = Compare-NetworkFlops "$TestDrive/small.yaml" -Convention exact -ReferenceConvention full
            $rows.Convention | Should -BeExactly 'full', 'exact'
            $rows.Reference | Should -BeExactly 'full', 'full'
            $rows[1].Difference | Should -BeExactly ($rows[1].Flops - $rows[0].Flops)
            # 4 * 16*28*28 + 2 * 16, and 16*28*28
            $rows[1].Why | Should -BeExactly '- 50,208 batchnorm: free; - 12,544 relu: free'
        }

        It 'takes <what>' -ForEach @(
            @{ what = 'a path'; get = { "$TestDrive/small.yaml" } }
            @{ what = 'a pattern'; get = { "$TestDrive/sm*.yaml" } }
            @{ what = 'a file'; get = { [IO.FileInfo] "$TestDrive/small.yaml" } }
            @{ what = 'a file named like a pattern'; get = { [IO.FileInfo] "$TestDrive/[1].yaml" } }
            @{ what = 'a network'; get = { Import-Network "$TestDrive/small.yaml" } }
        ) {
            (Compare-NetworkFlops (& $get) -Convention mac).Network | Should -BeExactly 'small', 'small'
            (& $get | Compare-NetworkFlops -Convention mac).Network | Should -BeExactly 'small', 'small'
        }

        It 'takes literal paths' {
            (Compare-NetworkFlops -LiteralPath "$TestDrive/[1].yaml" -Convention exact).Network |
                Should -BeExactly 'small'
        }

        It 'takes several at once' {
            (Compare-NetworkFlops lenet5, "$TestDrive/small.yaml" -Convention exact).Network |
                Should -BeExactly 'lenet5', 'small'
        }

        It 'varies the network' {
            $rows = Compare-NetworkFlops "$TestDrive/small.yaml" -Convention mac -InputShape 3x56x56 -BatchSize 2
            $rows.InputShape | Should -BeExactly '2x3x56x56', '2x3x56x56'
        }

        It 'goes through a sweep' {
            $rows = Compare-NetworkFlops "$TestDrive/small.yaml" -Convention exact-nobias -Parameter @{ width = 8, 16 }
            $rows.width | Should -BeExactly 8, 8, 16, 16
            $rows.Difference | Should -BeExactly 0, (-8 * 28 * 28), 0, (-16 * 28 * 28)
        }
    }

    Context 'two networks' {
        It 'says what became of each layer' {
            $rows = Compare-NetworkFlops "$TestDrive/small.yaml" "$TestDrive/larger.yaml"
            $rows.Change | Should -BeExactly 'Total', 'Changed', 'Removed', 'Added'
            $rows.Layer | Should -BeExactly $null, 'conv', 'relu', 'gelu'
            $rows.What | Should -BeExactly '3 -> 3 layers', 'kernel 5 -> 7', 'relu', 'gelu'
            # 3 * 16 * (7*7 - 5*5) weights, on 28*28 positions
            $rows.ParametersDifference | Should -BeExactly 1152, 1152, 0, 0
            $rows.MacsDifference | Should -BeExactly 903168, 903168, 0, 0
            $rows[0].Convention | Should -BeExactly 'exact'
        }

        It 'shows what is equal when it is asked to' {
            (Compare-NetworkFlops "$TestDrive/small.yaml" "$TestDrive/larger.yaml" -IncludeEqual).Change |
                Should -BeExactly 'Total', 'Changed', 'Equal', 'Removed', 'Added'
        }

        It 'compares under each convention that is named' {
            $rows = Compare-NetworkFlops lenet5 "$TestDrive/small.yaml" -Convention mac, thop
            $rows.Where({ $_.Change -eq 'Total' }).Convention | Should -BeExactly 'mac', 'thop'
        }

        It 'takes <what> on either side' -ForEach @(
            @{ what = 'a path'; get = { "$TestDrive/small.yaml" } }
            @{ what = 'a file'; get = { [IO.FileInfo] "$TestDrive/[1].yaml" } }
            @{ what = 'a network'; get = { Import-Network "$TestDrive/small.yaml" } }
            @{ what = 'a revision as text'; get = { $small -split "`n" | Import-Network -Format Yaml } }
        ) {
            $rows = @(Compare-NetworkFlops (& $get) lenet5)[0], @(Compare-NetworkFlops lenet5 (& $get))[0],
            @(& $get | Compare-NetworkFlops -DifferenceNetwork lenet5)[0]
            $rows.ReferenceNetwork | Should -BeExactly 'small', 'lenet5', 'small'
            $rows.Network | Should -BeExactly 'lenet5', 'small', 'lenet5'
        }

        It 'compares one with each' {
            $rows = Compare-NetworkFlops lenet5 "$TestDrive/small.yaml", "$TestDrive/old.yaml"
            $rows.Where({ $_.Change -eq 'Total' }).Network | Should -BeExactly 'small', 'a', 'b'
        }

        It 'compares several by name' {
            $rows = Compare-NetworkFlops "$TestDrive/old.yaml" "$TestDrive/new.yaml" `
                -ErrorAction SilentlyContinue -ErrorVariable failure
            $rows.Network | Should -BeExactly 'b', 'b'
            $failure.FullyQualifiedErrorId | Should -BeExactly @(
                'NetworkUnmatched,FlopsPS.Commands.CompareNetworkFlopsCommand'
                'NetworkUnmatched,FlopsPS.Commands.CompareNetworkFlopsCommand'
            )
            "$failure" | Should -BeLike "*no 'a'*no 'c'*"
        }

        It 'goes through a sweep' {
            $rows = Compare-NetworkFlops "$TestDrive/small.yaml" "$TestDrive/larger.yaml" -Parameter @{ width = 8, 16 }
            $rows.Where({ $_.Change -eq 'Total' }).width | Should -BeExactly 8, 16
            $rows.Where({ $_.Change -eq 'Total' }).ParametersDifference | Should -BeExactly 576, 1152
        }

        It 'reports a network that cannot be read, on either side' {
            $references = 'lenet5', "$TestDrive/none.yaml"
            $rows = Compare-NetworkFlops $references "$TestDrive/broken.yaml", "$TestDrive/small.yaml" `
                -ErrorAction SilentlyContinue -ErrorVariable failure
            $rows[0].Network | Should -BeExactly 'small'
            $failure.FullyQualifiedErrorId | Should -BeLike '*,FlopsPS.Commands.CompareNetworkFlopsCommand'
            $failure | Should -HaveCount 2
        }
    }

    Context 'rows' {
        It 'have these columns and no other' -ForEach @{
            columns = $columns; termColumns = $termColumns; layerColumns = $layerColumns
        } {
            (Compare-NetworkFlops lenet5)[0].PSObject.Properties.Name | Should -BeExactly $columns
            (Compare-NetworkFlops lenet5 -Detail)[0].PSObject.Properties.Name | Should -BeExactly $termColumns
            (Compare-NetworkFlops lenet5 alexnet)[0].PSObject.Properties.Name | Should -BeExactly $layerColumns
        }

        It 'hold scalars only' {
            $rows = (Compare-NetworkFlops vit_b_16) + (Compare-NetworkFlops vit_b_16 -Detail) +
            (Compare-NetworkFlops vit_b_16 vit_b_32)
            foreach ($row in $rows) {
                foreach ($value in $row.PSObject.Properties.Value -ne $null) {
                    $value.GetType() | Should -BeIn ([string], [long], [double])
                }
            }
        }

        It 'of -Detail add up to the differences' {
            $sum = @{}
            foreach ($term in Compare-NetworkFlops vit_b_16 -Detail) {
                $sum["$($term.Convention) $($term.Figure)"] += $term.Amount
            }
            foreach ($row in Compare-NetworkFlops vit_b_16) {
                [long] $sum["$($row.Convention) $($row.Figure)"] | Should -BeExactly $row.Difference
                [long] $sum["$($row.Convention) Parameters"] | Should -BeExactly $row.ParametersDifference
            }
        }
    }

    Context 'errors' {
        It 'are one per bad network, and the rest goes on' {
            $given = "$TestDrive/broken.yaml", "$TestDrive/none.yaml", 'resnet5O', 7, 'lenet5'
            $rows = Compare-NetworkFlops $given -Convention exact -ErrorAction SilentlyContinue -ErrorVariable failure
            $rows.Network | Should -BeExactly 'lenet5'
            $failure.FullyQualifiedErrorId | Should -BeExactly @(
                'LayerKindUnknown,FlopsPS.Commands.CompareNetworkFlopsCommand'
                'FileNotFound,FlopsPS.Commands.CompareNetworkFlopsCommand'
                'ZooNetworkUnknown,FlopsPS.Commands.CompareNetworkFlopsCommand'
                'NetworkInvalid,FlopsPS.Commands.CompareNetworkFlopsCommand'
            )
            "$($failure[3])" | Should -BeLike "'7' is not a network*Import-Network*"
        }

        It 'end the call for a convention that does not exist: <name>' -ForEach @(
            @{ name = '-Convention'; call = { Compare-NetworkFlops lenet5 -Convention exat } }
            @{ name = '-ReferenceConvention'; call = { Compare-NetworkFlops lenet5 -ReferenceConvention exat } }
        ) {
            $call | Should -Throw "*Did you mean 'exact'?*" -ErrorId 'ConventionUnknown,*CompareNetworkFlopsCommand'
        }
    }
}
