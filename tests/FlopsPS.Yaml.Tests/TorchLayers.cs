using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FlopsPS.Yaml.Tests;

/// <summary>
/// The modules of a torch model, read as layers of ours. Where torch cuts elsewhere, this is the whole mapping:
/// <list type="bullet">
/// <item>Attention is one layer of ours: a module with its projections, of which torch shows some with it, some behind
/// it, and some at the end as modules that never ran.</item>
/// <item>Weights that a block or the model itself holds are free weights, listed apart: torch names them with the
/// block, before its layers; a manifest has them where they are used.</item>
/// <item>LayerNorm2d is a normalisation between two permutations: its output has the channels last.</item>
/// <item>An embedding that is looked up twice is one look-up of all tokens; one without a batch has one.</item>
/// </list>
/// </summary>
internal sealed class TorchLayers
{
    // Modules that do attention themselves, with the number of linear layers behind them that belong to it.
    private static readonly Dictionary<string, int> s_projectionsBehind = new()
    {
        ["SelfAttn"] = 4,       // query, key, value, out
        ["GptBlock"] = 2,       // c_attn, c_proj
        ["LlamaBlock"] = 4,     // q_proj, k_proj, v_proj, o_proj
    };

    // The same for projections that never ran as modules.
    private static readonly Dictionary<string, int> s_projectionsAtEnd = new()
    {
        ["MultiheadAttention"] = 1,         // out_proj
        ["ShiftedWindowAttention"] = 2,     // qkv, proj
    };

    private static readonly string[] s_holders = ["VisionTransformer", "Encoder", "CNBlock"];

    private readonly Queue<TorchLayer> _atEnd;
    private readonly List<TorchLayer> _layers = [];
    private readonly List<long> _freeWeights = [];
    private TorchLayer? _attention;
    private int _missing;

    private TorchLayers(IReadOnlyList<TorchLayer> modules)
    {
        _atEnd = new(modules.Where(module => !module.Ran));
        foreach (TorchLayer module in modules.Where(module => module.Ran))
        {
            Read(module);
        }
    }

    public static IEnumerable<string> Networks =>
        GoldenTable.ReadRows("torch_layers.csv").Select(row => row["network"]).Distinct();

    public IReadOnlyList<TorchLayer> Layers => _layers;

    /// <summary>The sizes of free weights, in the order of the modules that hold them.</summary>
    public IReadOnlyList<long> FreeWeights => _freeWeights;

    /// <summary>Modules that never ran and belong to no attention: auxiliary classifiers.</summary>
    public IReadOnlyCollection<TorchLayer> NeverRan => _atEnd;

    public static TorchLayers Of(string network) => new([.. GoldenTable.ReadRows("torch_layers.csv")
        .Where(row => row["network"] == network)
        .Select(row => new TorchLayer(
            row["type"],
            row["call"] != "0",
            row["output"],
            long.Parse(row["parameters"], CultureInfo.InvariantCulture),
            long.Parse(row["macs"], CultureInfo.InvariantCulture)))]);

    private void Read(TorchLayer module)
    {
        if (s_holders.Contains(module.Type))
        {
            _freeWeights.Add(module.Parameters);
        }
        else if (s_projectionsBehind.TryGetValue(module.Type, out int behind))
        {
            _attention = module;
            _missing = behind;
        }
        else if (_attention is { } attention && module.Type == "Linear")
        {
            _missing--;
            _attention = _missing > 0 ? attention.With(module) : null;
            if (_missing == 0)
            {
                _layers.Add(attention.With(module));
            }
        }
        else if (s_projectionsAtEnd.TryGetValue(module.Type, out int atEnd))
        {
            _layers.Add(Enumerable.Range(0, atEnd).Aggregate(module, (made, _) => made.With(_atEnd.Dequeue())));
        }
        else if (module is { Type: "Embedding", Parameters: 0 })
        {
            _layers[^1] = _layers[^1].WithTokensOf(module);
        }
        else
        {
            _layers.Add(module.Type switch
            {
                "Embedding" => module.WithBatch(),
                "LayerNorm2d" => module.WithChannelsLast(),
                _ => module,
            });
        }
    }
}
