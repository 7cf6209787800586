using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using Xunit.Abstractions;

namespace FlopsPS.Yaml.Tests;

/// <summary>
/// What tools print for whole models of torchvision, against the networks of the zoo: to the digit. A cell that does
/// not follow from the network is in conventions_models_excluded.csv, with the reason and the exact difference.
/// </summary>
public sealed class ConventionModelTests
{
    private static readonly GoldenTable[] s_tables =
        [GoldenTable.Read("conventions_models.csv"), GoldenTable.Read("conventions_models_more_tools.csv")];

    private static readonly Dictionary<(string Model, string Column), IReadOnlyDictionary<string, string>> s_excluded =
        GoldenTable.ReadRows("conventions_models_excluded.csv").ToDictionary(row => (row["model"], row["column"]));

    private static readonly Dictionary<string, (string Convention, Func<CostRow, long?> Figure)> s_columns = new()
    {
        ["params_total"] = ("exact", row => row.Parameters),
        ["params_trainable"] = ("exact", row => row.Parameters),
        ["params_true"] = ("exact", row => row.Parameters),
        ["buffers_total"] = ("exact", row => row.Buffers),
        ["fvcore_core"] = ("mac", row => row.Macs),
        ["core_macs_conv_linear_matmul"] = ("mac", row => row.Macs),
        ["fvcore_activations"] = ("exact", row => row.Activations),
        ["fvcore_total"] = ("fvcore", row => row.Macs),
        ["fvcore_flops"] = ("fvcore", row => row.Macs),
        ["ptflops_pytorch_macs"] = ("ptflops-pytorch", row => row.Macs),
        ["ptflops_pytorch_params"] = ("ptflops-pytorch", row => row.Parameters),
        ["ptflops_aten_macs"] = ("ptflops-aten", row => row.Macs),
        ["thop_macs"] = ("thop", row => row.Macs),
        ["thop_params"] = ("thop", row => row.Parameters),
        ["torchinfo_mult_adds"] = ("torchinfo", row => row.Macs),
        ["torchinfo_HEAD_mult_adds"] = ("torchinfo", row => row.Macs),
        ["torchinfo_1.8.0_mult_adds"] = ("torchinfo-1.8", row => row.Macs),
        ["torchinfo_params"] = ("torchinfo", row => row.Parameters),
        ["torchprofile_macs"] = ("torchprofile", row => row.Macs),
        ["flopth_flops"] = ("flopth", row => row.Macs),
        ["deepspeed_flops"] = ("deepspeed", row => row.Flops),
        ["deepspeed_macs"] = ("deepspeed", row => row.Macs),
        ["calflops_flops"] = ("calflops", row => row.Flops),
        ["calflops_macs"] = ("calflops", row => row.Macs),
        ["calflops_params"] = ("calflops", row => row.Parameters),
        ["torch_FlopCounterMode_flops(=2x core)"] = ("torch", row => row.Flops),
    };

    private readonly ITestOutputHelper _output;

    public ConventionModelTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Models =>
        [.. s_tables.SelectMany(table => table.Names).Distinct().Where(Zoo.Networks.ContainsKey)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Tools_count_as_they_print(string model)
    {
        Network network = Zoo.BuildAsMeasured(model);
        Dictionary<string, CostRow> costs = ConventionCatalog.All.ToDictionary(
            convention => convention.Name,
            convention => CostCounter.Measure(network, new MeasureOptions(convention)).Single());
        foreach (GoldenTable table in s_tables.Where(table => table.Names.Contains(model)))
        {
            foreach (string column in table.Columns.Where(s_columns.ContainsKey))
            {
                (string convention, Func<CostRow, long?> figure) = s_columns[column];
                long ours = figure(costs[convention])!.Value;
                Assert.Equal((column, Expected(model, column, table[model, column])), (column, ours));
            }
        }

        // Beside a buffer's values torch counts, for each batch normalisation, the batches that it has seen.
        long? Expected(string model, string column, string printed)
        {
            string difference = s_excluded.TryGetValue((model, column), out var cell) ? cell["difference"] : "0";
            long batches = column == "buffers_total" ? network.Nodes.Count(node => node.Layer.Kind == "batchnorm") : 0;
            return difference.Length > 0
                ? Number(printed) + Number(difference) - batches
                : s_columns[column].Figure(costs[s_columns[column].Convention]);
        }
    }

    [Fact]
    public void Excluded_cells_stand_in_the_tables_and_have_a_reason()
    {
        foreach (((string model, string column), IReadOnlyDictionary<string, string> row) in s_excluded)
        {
            string[] printed = [.. s_tables
                .Where(table => table.Names.Contains(model) && table.Columns.Contains(column))
                .Select(table => table[model, column])];
            Assert.NotEmpty(printed);
            Assert.NotEmpty(row["reason"]);
            Assert.All(printed, cell => Assert.Equal(row["difference"].Length == 0, cell is "" or "ERR"));
        }

        foreach (IGrouping<string, string> group in s_excluded.Values.GroupBy(
            row => row["reason"], row => $"{row["model"]} {row["column"]}"))
        {
            _output.WriteLine($"{group.Count()}, {group.Key}: {string.Join(", ", group)}");
        }

        int cells = s_tables.Sum(table => table.Names.Count * table.Columns.Count(s_columns.ContainsKey));
        IEnumerable<string> absent = s_tables.SelectMany(table => table.Names).Distinct().Except(Zoo.Networks.Keys);
        _output.WriteLine($"{s_excluded.Count} of {cells} cells excluded; not in the zoo: {string.Join(", ", absent)}");
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
