using System.Collections;
using System.Collections.Generic;
using System.Threading;
using FlopsPS.Binding;
using FlopsPS.Networks;
using FlopsPS.Reading;
using FlopsPS.Tensors;

namespace FlopsPS.Variants;

/// <summary>What a caller wants different from what networks say of themselves.</summary>
internal sealed class NetworkVariation
{
    private readonly InputSizes? _sizes;
    private readonly IReadOnlyDictionary<string, TensorShape>? _shapes;
    private readonly long? _batchSize;

    /// <summary>Reads what a cmdlet was given.</summary>
    /// <exception cref="NetworkException">The layout or a value is not one.</exception>
    public NetworkVariation(IDictionary? parameters, InputSizes? sizes, string? layout, long? batchSize)
    {
        Sweep = new ParameterSweep(parameters);
        _sizes = sizes;
        _shapes = layout is null ? null : sizes?.In(layout);
        _batchSize = batchSize;
    }

    /// <summary>The values of parameters.</summary>
    public ParameterSweep Sweep { get; }

    /// <summary>The network for one setting of its parameters.</summary>
    /// <exception cref="NetworkException">The setting, or a shape, does not fit the network.</exception>
    public Network Build(NetworkOrigin origin, ParameterSetting setting, CancellationToken cancellation)
    {
        NetworkRequest Request(IReadOnlyDictionary<string, TensorShape>? shapes) => new()
        {
            BatchSize = _batchSize,
            Parameters = setting.Values,
            InputShapes = shapes ?? new Dictionary<string, TensorShape>(),
        };

        // Without a layout only the network itself knows what its axes are, so it is made once to be asked.
        return origin.Build(
            Request(_sizes is null || _shapes is not null
                ? _shapes
                : origin.FitsShapes ? _sizes.AsGiven()
                : _sizes.InOrderOf(origin.Build(Request(null), cancellation))),
            cancellation);
    }
}
