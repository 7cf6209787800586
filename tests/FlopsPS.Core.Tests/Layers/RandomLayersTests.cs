using System.Collections.Generic;
using System.Linq;
using CsCheck;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Layers;
using FlopsPS.Networks;
using FlopsPS.Numbers;
using FlopsPS.Tensors;

namespace FlopsPS.Core.Tests.Layers;

/// <summary>Whatever arguments and shapes meet, a layer is measured or refused with a reason; it never fails otherwise.
/// </summary>
public class RandomLayersTests
{
    private static readonly Gen<long> s_number = Gen.Frequency(
        (8, Gen.Long[0, 4]),
        (2, Gen.Long[-3, 20]),
        (1, Pick(1_000_000_000L, 1L << 40, long.MaxValue, long.MinValue, long.MinValue + 1)));

    private static readonly Gen<object> s_whole = s_number.Select(number => (object)number);

    private static readonly Gen<object> s_fraction = Gen.Select(
        Gen.Long[-3, 9], Gen.Long[1, 4], (numerator, denominator) => (object)new Rational(numerator, denominator));

    private static readonly Gen<object> s_equation = Gen.Select(
        Gen.Frequency((6, Gen.String[Gen.Char["ijk."], 0, 3]), (2, Gen.Const("...")), (1, Gen.String)).Array[1, 4],
        Pick(",", "->", string.Empty),
        (terms, sign) => (object)(string.Join(",", terms.SkipLast(1)) + sign + terms.Last()));

    private static readonly Gen<TensorShape> s_shape = Gen
        .Frequency((12, Gen.Long[1, 7]), (1, s_number.Where(number => number > 0)))
        .Array[0, 6]
        .Select(sizes => new TensorShape(sizes));

    public static TheoryData<string> Kinds =>
        [.. LayerCatalog.Kinds.Where(kind => !kind.IsStructure).Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_layer_is_measured_or_refused(string name)
    {
        LayerKind kind = LayerCatalog.Get(name);
        Gen.Select(Arguments(kind), s_shape.Array[1, 3]).Sample(
            (arguments, shapes) =>
            {
                try
                {
                    Measure(kind.Create(arguments), shapes);
                }
                catch (NetworkException error)
                {
                    Assert.NotEmpty(error.Reason);
                }
            },
            iter: 1000,
            print: sample => Print(kind, sample.Item1, sample.Item2));
    }

    private static string Print(LayerKind kind, Dictionary<string, object> arguments, TensorShape[] shapes)
    {
        IEnumerable<string> given = arguments.Select(argument => $"{argument.Key}={RawText.Of(argument.Value)}");
        return $"{kind.Name} {string.Join(" ", given)} on {string.Join(" + ", shapes.AsEnumerable())}";
    }

    private static void Measure(Layer layer, TensorShape[] shapes)
    {
        Network network = Nets.Of(layer, shapes);
        foreach (TensorShape output in network.Outputs.Select(tensor => tensor.Shape))
        {
            Assert.DoesNotContain(0, output.Sizes);
            Assert.Equal(output.Rank, output.Layout.Length);
        }

        foreach (Convention convention in ConventionCatalog.All)
        {
            CostRow row = CostCounter.Measure(network, new MeasureOptions(convention)).Single();
            Assert.True(row.Parameters >= 0 && row.Buffers >= 0 && row.Activations >= 0);
            Assert.True(row.Macs is null or >= 0);
            Assert.True(row.Flops is null or >= 0);
        }
    }

    // Each argument is left out now and then, unless the kind cannot be made without it.
    private static Gen<Dictionary<string, object>> Arguments(LayerKind kind) => kind.Arguments.Aggregate(
        Gen.Const(new Dictionary<string, object>()),
        (all, argument) => Gen.Select(
            all,
            Value(argument),
            Gen.Int[0, argument.IsRequired ? 19 : 2],
            (given, value, dice) => dice == 0 ? given : new(given) { [argument.Name] = value }));

    private static Gen<object> Value(Argument argument) => argument.Type switch
    {
        ArgumentType.Boolean => Gen.Bool.Select(flag => (object)flag),
        ArgumentType.Number => Gen.OneOf(s_whole, s_fraction),
        ArgumentType.Numbers => Gen.OneOf(s_whole, s_fraction, List(Gen.OneOf(s_whole, s_fraction))),
        ArgumentType.Integers => List(s_whole),
        ArgumentType.Text => s_equation,
        ArgumentType.Sizes or ArgumentType.Padding => Gen.OneOf(s_whole, List(s_whole), Words(argument, s_whole)),
        _ => Words(argument, s_whole),
    };

    private static Gen<object> Words(Argument argument, Gen<object> otherwise) => argument.Words.Count == 0
        ? otherwise
        : Gen.OneOf(Pick<object>([.. argument.Words]), otherwise);

    private static Gen<T> Pick<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static Gen<object> List(Gen<object> item) => item.Array[0, 4].Select(list => (object)list.ToList());
}
