BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop
    $commands = (Get-Command -Module FlopsPS).ForEach({ @{ command = $_.Name } })
    $core = (Get-Command -Module FlopsPS, Microsoft.PowerShell.Core).Name
    $topics = [IO.Directory]::GetFiles("$PSScriptRoot/../../module/en-US", 'about_*.help.txt').ForEach({
            [IO.Path]::GetFileName($_) -replace '\.help\.txt$'
        })

    # Those that run where there are the core cmdlets only.
    $coreExamples = foreach ($command in $commands.command) {
        foreach ($example in (Get-Help $command).examples.example) {
            $script = [Management.Automation.Language.Parser]::ParseInput($example.code, [ref] $null, [ref] $null)
            $calls = $script.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)
            if ($calls.Where({ $_.GetCommandName() -notin $core })) { continue }
            @{ command = $command; title = $example.title; code = $example.code }
        }
    }

    $layers = "input: { channels: 16, height: 32, width: 32 }`nlayers:`n"
    $relu = "${layers}- relu`n"
    $snippets = @(
        @{ from = 'name:'; in = '<>' }
        @{ from = '- relu\r?\n *- conv'; in = "$layers<>" }
        @{ from = '- conv: \{ out: 64'; in = "$layers- identity:`n  name: decoder`n<>" }
        @{ from = 'parameters: \{ resolution'; in = "$relu<>" }
        @{ from = 'variants:'; in = "${relu}parameters: { bottleneck: true, n1: 3, n2: 4, n3: 6, n4: 3 }`n<>" }
        @{ from = "source:\r?\n +family"; in = "${relu}<>" }
        @{ from = "source:\r?\n +- "; in = "${relu}variants: { resnet18: , resnext50_32x4d: }`n<>" }
        @{ from = 'input: \{ shape'; in = "<>`nlayers: [relu]" }
        @{ from = 'inputs:'; in = "<>`nlayers:`n- add:`n  from: [left, right]" }
        @{ from = 'blocks:'; to = '^STRUCTURE'; in = "input: { channels: 3, height: 32, width: 32 }`n<>" }
        @{ from = 'residual: \{'; to = '\r?$'; in = "$layers- <>" }
        @{ from = 'branches: \{'; to = '\r?$'; in = "$layers- <>" }
        @{ from = 'foreach: \{'; to = '\r?$'; in = "$layers- <>" }
        @{ from = 'custom: \{'; to = '\r?$'; in = "$layers- <>" }
        @{ from = '- stated:'; in = "$layers<>" }
        @{ from = '- conv: \{ out: 10'; in = "$layers<>" }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../module/FlopsPS.psd1" -ErrorAction Stop

    function Get-Topic([string] $Name) {
        [IO.File]::ReadAllText("$PSScriptRoot/../../module/en-US/about_FlopsPS_$Name.help.txt")
    }

    $topic = Get-Topic Manifest

    # What a topic shows from a line on, to the next empty line.
    function Get-Snippet([string] $From, [string] $To = '^\r?$', [string] $In = $topic) {
        $found = [regex]::Match($In, "(?ms)^ *$From.*?(?=$To)")
        if (-not $found.Success) { throw "The topic shows nothing that begins with '$From'." }
        $indent = $found.Value.Length - $found.Value.TrimStart(' ').Length
        $found.Value -replace "(?m)^ {$indent}" -replace '\[\.\.\.\]', '[relu]'
    }

    function Join-Word([string[]] $Text) { ($Text -join ' ') -replace '\s+', ' ' }
}

Describe 'Help of <command>' -ForEach $commands {
    BeforeAll {
        $info = Get-Command -Name $command -CommandType Cmdlet
        $help = Get-Help $command
        $common = [Management.Automation.Cmdlet]::CommonParameters

        # A parameter as Get-Command knows it, and as help states it: both in the same words.
        $format = '{0}: required {1}, position {2}, pipeline {3}, wildcards {4}, aliases {5}'
        function Format-Parameter($Parameter) {
            $position = if ($Parameter.Position -ge 0) { $Parameter.Position } else { 'named' }
            $pipeline = if ($Parameter.ValueFromPipeline) { 'True (ByValue)' }
            elseif ($Parameter.ValueFromPipelineByPropertyName) { 'True (ByPropertyName)' }
            else { 'False' }
            $wildcards = $Parameter.Attributes.Where({ $_ -is [SupportsWildcards] }).Count -gt 0
            $aliases = if ($Parameter.Aliases) { $Parameter.Aliases -join ', ' } else { 'none' }
            $format -f $Parameter.Name, $Parameter.IsMandatory, $position, $pipeline, $wildcards, $aliases
        }
        function Format-HelpParameter($Parameter) {
            $format -f $Parameter.name, $Parameter.required, $Parameter.position, $Parameter.pipelineInput,
            $Parameter.globbing, $Parameter.aliases
        }
        function Get-Sorted([string[]] $Text) {
            [array]::Sort($Text)
            $Text
        }
        $own = [ordered]@{}
        foreach ($parameter in $info.ParameterSets.Parameters) {
            if ($parameter.Name -notin $common) { $own[$parameter.Name] = $parameter }
        }
    }

    It 'has a synopsis that is a sentence' {
        $help.Synopsis | Should -Match '^[A-Z].*\.$'
    }
    It 'has a description' {
        $help.description.Text | Should -Not -BeNullOrEmpty
    }
    It 'states each set of parameters in its syntax' {
        $expected = foreach ($set in $info.ParameterSets) {
            $parameters = $set.Parameters.Where({ $_.Name -notin $common })
            (Get-Sorted $parameters.ForEach({ Format-Parameter $_ })) -join "`n"
        }
        $actual = foreach ($item in $help.syntax.syntaxItem) {
            $item.name | Should -Be $command
            (Get-Sorted @($item.parameter).ForEach({ Format-HelpParameter $_ })) -join "`n"
        }
        Get-Sorted $actual | Should -Be (Get-Sorted $expected)
    }
    It 'states each parameter, in the order of the alphabet' {
        $expected = foreach ($name in Get-Sorted $own.Keys) {
            $type = [Nullable]::GetUnderlyingType($own[$name].ParameterType)
            if (-not $type) { $type = $own[$name].ParameterType }
            "$(Format-Parameter $own[$name]), type $($type.Name)"
        }
        $actual = foreach ($parameter in $help.parameters.parameter) {
            "$(Format-HelpParameter $parameter), type $($parameter.type.name)"
        }
        $actual | Should -Be $expected
    }
    It 'describes each parameter in sentences, and states its default' {
        foreach ($parameter in $help.parameters.parameter) {
            Join-Word $parameter.description.Text | Should -Match '^\S.*\.$' -Because "-$($parameter.name) needs it"
            $parameter.defaultValue | Should -Not -BeNullOrEmpty -Because "-$($parameter.name) needs it"
        }
    }
    It 'describes each value that a parameter may take' {
        foreach ($parameter in $own.Values.Where({ $_.ParameterType.IsEnum })) {
            $text = Join-Word $help.parameters.parameter.Where({ $_.name -eq $parameter.Name }).description.Text
            foreach ($value in [enum]::GetNames($parameter.ParameterType)) {
                $text | Should -MatchExactly "\b$value\b"
            }
        }
    }
    It 'states what goes in' {
        $pipeline = $own.Values.Where({ $_.ValueFromPipeline }).ForEach({ $_.ParameterType.GetElementType().FullName })
        if ($pipeline) {
            foreach ($type in $pipeline) { $help.inputTypes.inputType.type.name | Should -Contain $type }
        }
        else { $help.inputTypes.inputType.type.name | Should -Be 'None' }
        $help.inputTypes.inputType.ForEach({ $_.description.Text }) | Should -Not -BeNullOrEmpty
    }
    It 'states what comes out' {
        Get-Sorted $help.returnValues.returnValue.type.name | Should -Be (Get-Sorted $info.OutputType.Name)
        $help.returnValues.returnValue.ForEach({ $_.description.Text }) | Should -Not -BeNullOrEmpty
    }
    It 'has several examples, numbered and explained' {
        $examples = @($help.examples.example)
        $examples.Count | Should -BeGreaterThan 1
        for ($i = 0; $i -lt $examples.Count; $i++) {
            $examples[$i].title | Should -MatchExactly "^Example $($i + 1): [A-Z]"
            @($examples[$i].remarks.Text)[0] | Should -Match '(?s)^\S.*\.$'
        }
        $help.examples.example.code | Should -Match $command
    }
    It 'leads to cmdlets and topics that there are' {
        foreach ($link in $help.relatedLinks.navigationLink.linkText) {
            if ($link -like 'about_*') { "$PSScriptRoot/../../module/en-US/$link.help.txt" | Should -Exist }
            else { Get-Command -Name $link -Module FlopsPS | Should -Not -BeNullOrEmpty }
        }
        $help.relatedLinks.navigationLink.linkText | Should -Not -Contain $command
    }
}

Describe 'Examples in help' {
    BeforeAll {
        [IO.File]::WriteAllText("$TestDrive/net.yaml", (Get-Snippet 'name:'))
        [IO.File]::WriteAllText("$TestDrive/ours.yaml", (Get-Snippet 'convention:' -In (Get-Topic Convention)))
        [IO.File]::Copy("$PSScriptRoot/../data/squeezenet1_1_dyn.onnx", "$TestDrive/squeezenet.onnx")
        $null = [IO.Directory]::CreateDirectory("$TestDrive/nets")
        foreach ($net in @{ name = 'a'; out = 10 }, @{ name = 'b'; out = 20 }) {
            $text = "name: $($net.name)`ninput: { features: 64 }`nlayers:`n  - linear: { out: $($net.out) }"
            [IO.File]::WriteAllText("$TestDrive/nets/$($net.name).yaml", $text)
        }
        [IO.File]::WriteAllText("$TestDrive/flopsps.budget.yaml", (Get-Snippet 'budget:' -In (Get-Topic Budget)))
        Measure-NetworkFlops "$TestDrive/nets/*.yaml" -GroupBy Layer |
            Export-NetworkBaseline "$TestDrive/baseline.json"
        $place = $ExecutionContext.SessionState.Path.CurrentLocation
        $null = $ExecutionContext.SessionState.Path.SetLocation($TestDrive)
        $culture = [cultureinfo]::CurrentCulture
    }
    AfterAll {
        [cultureinfo]::CurrentCulture = $culture
        $null = $ExecutionContext.SessionState.Path.SetLocation($place)
    }

    It 'run: <command>, <title>' -ForEach $coreExamples {
        $ErrorActionPreference = 'Stop'
        & ([scriptblock]::Create($code)) | Should -Not -BeNullOrEmpty
    }
    It 'run and print what is shown: <command>' -Tag Pwsh -ForEach $commands {
        $ErrorActionPreference = 'Stop'
        [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
        foreach ($example in (Get-Help $command).examples.example) {
            $lines = (& ([scriptblock]::Create($example.code)) | Out-String -Width 80) -split '\r?\n'
            $shown = $example.remarks.Text[1] -replace '\r'
            if (-not $shown) { continue }
            $lines.TrimEnd() -join "`n" -replace '^\n+|\n+$' | Should -Be $shown -Because "$($example.title) shows it"
        }
    }
}

Describe 'Help of Measure-NetworkFlops' {
    BeforeAll {
        $text = (Get-Help Measure-NetworkFlops).description.Text -join "`n`n"
        $words = Join-Word $text
    }

    It 'says what each convention of its own counts' {
        foreach ($convention in Get-FlopsConvention exact, exact-nobias, full, mac, molchanov) {
            $words.Contains("$($convention.Name) $($convention.Summary)") |
                Should -BeTrue -Because "'$($convention.Summary)' is what $($convention.Name) counts"
        }
    }
    It 'has the table of the convention full' {
        foreach ($rule in (Get-FlopsConvention full).Rules) {
            if ($rule -match '^(\w+): (\d) per element$') {
                $text | Should -Match "(?m)^ *$($Matches[2])  .*\b$($Matches[1])\b"
            }
            else { $words.Contains($rule) | Should -BeTrue -Because "'$rule' is a rule" }
        }
    }
    It 'describes each column, as about_FlopsPS does' {
        $topic = [IO.File]::ReadAllText("$PSScriptRoot/../../module/en-US/about_FlopsPS.help.txt")
        foreach ($column in [FlopsPS.Counting.NetworkCost].GetProperties().Name) {
            $text | Should -MatchExactly "(?m)^$column  +\w"
            $topic | Should -MatchExactly "(?m)^    $column  +\w"
        }
    }
}

Describe 'Help of Compare-NetworkFlops' {
    It 'describes each column' {
        $text = (Get-Help Compare-NetworkFlops).description.Text -join "`n`n"
        foreach ($column in [FlopsPS.Comparing.CostDifference].GetProperties().Name) {
            $text | Should -MatchExactly "(?m)^$column  +\w"
        }
        foreach ($column in [FlopsPS.Comparing.LayerDifference].GetProperties().Name) {
            if ($column -notmatch '^(Reference)?(Parameters|Macs|Flops)(Difference)?$') {
                $text | Should -MatchExactly "(?m)^$column  +\w"
            }
        }
        foreach ($column in [FlopsPS.Comparing.CostTerm].GetProperties().Name) {
            Join-Word $text | Should -MatchExactly "row stands for a term:.*\b$column\b"
        }
    }
}

Describe 'Help of Test-NetworkBudget' {
    It 'describes each column, as about_FlopsPS_Budget does' {
        $text = (Get-Help Test-NetworkBudget).description.Text -join "`n`n"
        foreach ($column in [FlopsPS.Budgets.BudgetVerdict].GetProperties().Name) {
            $text | Should -MatchExactly "(?m)^$column  +\w"
            Get-Topic Budget | Should -MatchExactly "(?m)^    $column  +\w"
        }
    }
}

Describe 'About topics' {
    It 'are found: <_>' -ForEach $topics {
        Get-Help $_ | Should -Match "^TOPIC\s+$_\s"
    }
    It 'name the cmdlets that there are: <_>' -ForEach $topics {
        # Get-Module is PowerShell's.
        $own = '\b(Get|New)-(?!Module\b)\w+|\b(Compare|Export|Import|Measure|Test)-Network\w*'
        foreach ($word in [regex]::Matches((Get-Help $_), $own).Value) {
            Get-Command -Name $word -Module FlopsPS | Should -Not -BeNullOrEmpty -Because "$_ names $word"
        }
    }
    It 'list each network of the zoo with its family, and no other' {
        $text = [IO.File]::ReadAllText("$PSScriptRoot/../../module/en-US/about_FlopsPS_Zoo.help.txt")
        $list = [regex]::Match($text, '(?s)\nNETWORKS\r?\n(.*?)\r?\n\r?\n').Groups[1].Value
        $listed = foreach ($entry in [regex]::Matches($list, '(?s)(?<=^|\n) {4}(\S.{0,14}?) {2,}(.*?)(?=\n {4}\S|$)')) {
            foreach ($name in $entry.Groups[2].Value -split '\s+' -ne '') { "$($entry.Groups[1].Value): $name" }
        }
        [string[]] $networks = (Get-ZooNetwork).Where({ $_.Family }).ForEach({ "$($_.Family): $($_.Name)" })
        [array]::Sort($networks, [StringComparer]::Ordinal)
        [array]::Sort($listed, [StringComparer]::Ordinal)
        $listed | Should -BeExactly $networks
    }
    It 'show manifests that can be read: <from>' -ForEach $snippets {
        $snippet = if ($to) { Get-Snippet $from $to } else { Get-Snippet $from }
        $in.Replace('<>', $snippet) | Import-Network -Format Yaml -ErrorAction Stop | Should -Not -BeNullOrEmpty
    }
}
