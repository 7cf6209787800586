using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Layers;
using FlopsPS.Onnx.Inference;
using FlopsPS.Onnx.Tensors;
using FlopsPS.Operations;
using FlopsPS.Tensors;

namespace FlopsPS.Onnx.Operators;

/// <summary>Operators of ai.onnx.ml: linear models, trees, and what prepares their features. Their weights stand in
/// attributes.</summary>
internal sealed class ClassicOperators : IOperatorFamily
{
    private const string Domain = "ai.onnx.ml.";
    private const string Paths = "data choose the path through each tree";

    private static readonly (string Attribute, string Slot)[] s_linear =
        [("coefficients", "weight"), ("intercepts", "bias")];

    public IEnumerable<(string Name, Operator Operator)> Operators => new (string Name, Operator Operator)[]
    {
        ("LinearRegressor", new(InferRegressor, call => LowerLinear(call, Targets(call, "targets")))
        {
            AlwaysRuns = true,
            StoredAttributes = s_linear,
        }),
        ("LinearClassifier", new(InferClassifier, LowerClassifier)
        {
            AlwaysRuns = true,
            StoredAttributes = s_linear,
        }),
        ("TreeEnsembleRegressor", Uncounted(
            call => call.Output([Rows(call), Targets(call, "n_targets")], ElementType.Single), Paths)),
        ("TreeEnsemble", Uncounted(call => call.Output([Rows(call), Targets(call, "n_targets")]), Paths)),
        ("TreeEnsembleClassifier", Uncounted(
            call => InferLabels(call, Count(call, "classlabels_int64s", "classlabels_strings")), Paths)),
        ("SVMRegressor", Uncounted(
            call => call.Output([Rows(call), 1], ElementType.Single), "its kernel is not counted")),
        ("Scaler", new(Real, call => StatedKind.Layer(
            "scaler", Each(call, ElementwiseFunction.Subtract), Each(call, ElementwiseFunction.Multiply)))
        {
            StoredAttributes = [("offset", "~running_mean"), ("scale", "~running_var")],
        }),
        ("Normalizer", new(Real, LowerNormalizer)),
        ("Binarizer", new(
            Operator.Same,
            call => Build.Elementwise(call, "compare", ElementwiseFunction.Compare))),
        ("Imputer", new(Operator.Same, _ => Build.Movement("where"))),
        ("LabelEncoder", new(call => call.Output(call.Sizes(0), LabelType(call)), _ => Build.Movement("lookup"))),
        ("CategoryMapper", new(call => call.Output(call.Sizes(0), OtherType(call)), _ => Build.Movement("lookup"))),
        ("OneHotEncoder", new(InferOneHot, _ => Build.Movement("onehot"))),
        ("FeatureVectorizer", new(InferVector, _ => Build.Movement("concat"))),
        ("ArrayFeatureExtractor", new(InferExtract, _ => Build.Movement("gather"), "x -")),
        ("DictVectorizer", new(
            call => call.Output([1, Count(call, "int64_vocabulary", "string_vocabulary")], ElementType.Single),
            _ => Build.Movement("lookup"))),
        ("ZipMap", new(call => call.Hand(new(string.Empty, ElementType.Undefined, sizes: null)), _ =>
            Build.Movement("zipmap"))),
    }.Select(item => (Domain + item.Name, item.Operator));

    private static Operator Uncounted(Action<Call> infer, string reason) =>
        new(infer, call => Build.Uncounted(call, reason));

    // A vector is one row.
    private static long Rows(Call call)
    {
        long[] sizes = call.Sizes(0, least: 1);
        return sizes.Length switch
        {
            1 => 1,
            2 => sizes[0],
            _ => throw Call.Mismatch($"rows of features must come in, not {Dims.Text(sizes)}"),
        };
    }

    private static long Targets(Call call, string attribute) => Math.Max(call.Whole(attribute, 1), 1);

    private static long Count(Call call, string wholes, string texts) =>
        call.Attribute(wholes)?.Wholes.Count is > 0 and { } count ? count : call.Attribute(texts)?.TextCount ?? 0;

    private static void Real(Call call) => call.Output(call.Sizes(0), ElementType.Single);

    private static Operation Each(Call call, ElementwiseFunction function) =>
        new Elementwise(function, Build.OutputElements(call), operands: 2);

    private static long Features(Call call, long targets)
    {
        long[] sizes = call.Sizes(0, least: 1);
        long features = sizes[sizes.Length - 1];
        long weights = call.Attribute("coefficients")?.Reals.Count ?? 0;
        return weights == features * targets
            ? features
            : throw Call.Mismatch(
                $"{Dims.Text(sizes)} has {features} features, but there are {weights} coefficients for {targets} values");
    }

    // Each class has its intercept; without those, as many as the coefficients are enough for.
    private static long Classes(Call call)
    {
        long[] sizes = call.Sizes(0, least: 1);
        return call.Attribute("intercepts")?.Reals.Count is > 0 and { } count ? count
            : (call.Attribute("coefficients")?.Reals.Count ?? 0) / Math.Max(sizes[sizes.Length - 1], 1);
    }

    private static void InferRegressor(Call call)
    {
        long targets = Targets(call, "targets");
        _ = Features(call, targets);
        call.Output([Rows(call), targets], ElementType.Single);
    }

    // One value tells two classes apart; the second class then gets what is left.
    private static void InferClassifier(Call call)
    {
        long classes = Classes(call);
        _ = Features(call, classes);
        InferLabels(call, classes == 1 && Count(call, "classlabels_ints", "classlabels_strings") == 2 ? 2 : classes);
    }

    // Outputs: the class of each row, and what speaks for each class.
    private static void InferLabels(Call call, long classes)
    {
        bool isText = call.Attribute("classlabels_strings") is not null;
        call.Output([Rows(call)], isText ? ElementType.Text : ElementType.Int64);
        call.Output([Rows(call), classes], ElementType.Single);
    }

    private static Layer LowerClassifier(Call call)
    {
        long[] scores = call.Outputs[1].Sizes!;
        Operation[] after = call.Text("post_transform", "NONE") switch
        {
            "SOFTMAX" or "SOFTMAX_ZERO" => [new Softmax(scores[0], scores[1])],
            "LOGISTIC" => [new Elementwise(ElementwiseFunction.Sigmoid, Dims.Product(scores))],
            "PROBIT" => [new Elementwise(ElementwiseFunction.Erf, Dims.Product(scores))],
            _ => [],
        };
        return LowerLinear(call, Classes(call), after);
    }

    private static Layer LowerLinear(Call call, long targets, params IReadOnlyList<Operation> after) =>
        StatedKind.Layer(
            "linear",
            [
                Contraction.Of(
                    ContractionForm.Linear,
                    new TensorShape([Rows(call), targets]),
                    Features(call, targets),
                    hasBias: call.Attribute("intercepts")?.Reals.Count > 0),
                .. after,
            ]);

    private static Layer LowerNormalizer(Call call)
    {
        long[] sizes = call.Sizes(0, least: 1);
        long elements = Dims.Product(sizes);
        return StatedKind.Layer("l2norm", new Normalization(
            NormalizationForm.L2Norm,
            elements,
            Build.Rows(elements, sizes[sizes.Length - 1]),
            isAffine: false,
            usesStoredStatistics: false));
    }

    // Version 1 knew texts and whole numbers, one for the other.
    private static ElementType LabelType(Call call) =>
        call.Attribute("values_strings") is not null ? ElementType.Text
        : call.Attribute("values_int64s") is not null ? ElementType.Int64
        : call.Attribute("values_floats") is not null ? ElementType.Single
        : call.Attribute("values_tensor")?.Tensor?.Type ?? OtherType(call);

    private static ElementType OtherType(Call call) =>
        call.Input(0).Type == ElementType.Text ? ElementType.Int64 : ElementType.Text;

    private static void InferOneHot(Call call) => call.Output(
        [.. call.Sizes(0), Count(call, "cats_int64s", "cats_strings")], ElementType.Single);

    // A row for each sample, however many axes its features have.
    private static void InferVector(Call call)
    {
        long[] first = call.Sizes(0, least: 1);
        call.Output([first.Length == 1 ? 1 : first[0], (call.List("inputdimensions") ?? []).Sum()], ElementType.Single);
    }

    private static void InferExtract(Call call)
    {
        long[] input = call.Sizes(0, least: 1);
        long chosen = Dims.Product(call.Sizes(1));
        call.Output(input.Length == 1 ? [1, chosen] : Dims.With(input, input.Length - 1, chosen));
    }
}
