using System.Linq;
using Xunit.Abstractions;

namespace FlopsPS.Onnx.Tests;

/// <summary>The cells of the tables that do not hold are few, and each says what holds instead.</summary>
public sealed class ExclusionTests
{
    private readonly ITestOutputHelper _output;

    public ExclusionTests(ITestOutputHelper output) => _output = output;

    [Fact]
    public void Each_excluded_cell_differs_from_its_table()
    {
        Assert.All(TruthTable.Excluded, cell =>
            Assert.NotEqual(new TruthTable(cell.Table).Printed(cell.File, cell.Column), cell.Value));
        _output.WriteLine($"{TruthTable.Excluded.Count()} cells are excluded, see onnx_truth_excluded.csv");
    }
}
