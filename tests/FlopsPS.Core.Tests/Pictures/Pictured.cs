using System.Linq;
using FlopsPS.Budgets;
using FlopsPS.Conventions;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Pictures;

namespace FlopsPS.Core.Tests.Pictures;

/// <summary>Short ways to make pictures of small networks.</summary>
internal static class Pictured
{
    /// <summary>out * 4 + out parameters, out * 4 multiply-accumulates, out * 8 FLOPs behind 4 features.</summary>
    public static Layer Linear(long features) => Nets.Layer("linear", ("out", features));

    /// <summary>Layers that all read the same 4 features, at these paths.</summary>
    public static Network Network(string name, params (string Path, Layer Layer)[] layers)
    {
        var builder = new NetworkBuilder();
        Tensor input = builder.AddInput("input", Nets.Shape(1, 4));
        return builder.Build(
            name, [.. layers.SelectMany(layer => builder.Add(layer.Path, layer.Layer, [input]).Outputs)]);
    }

    public static NetworkPicture Of(
        Network network, string convention = "exact", BudgetMetric? metric = null, string variant = "") =>
        NetworkPicture.Of(network, ConventionCatalog.Get(convention), metric, variant);

    /// <summary>A picture of linear layers at these paths, each of so many features.</summary>
    public static NetworkPicture Of(params (string Path, long Features)[] layers) =>
        Of(Network("net", [.. layers.Select(layer => (layer.Path, Linear(layer.Features)))]));

    /// <summary>A network of 10,000 layers, 100 in a block.</summary>
    public static NetworkPicture Large() =>
        Of([.. Enumerable.Range(0, 10_000).Select(i => ($"block{i / 100}/layer{i % 100}", 1 + (i % 7L)))]);
}
