using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Counting;
using FlopsPS.Networks;
using FlopsPS.Onnx.Tests.Writing;
using static FlopsPS.Onnx.Tests.Writing.Write;

namespace FlopsPS.Onnx.Tests;

/// <summary>Operators of ai.onnx.ml, whose weights stand in attributes: rows of 3 features.</summary>
public sealed class ClassicOperatorTests
{
    private static readonly Message s_rows = Value("x", 5, 3);

    private static readonly Dictionary<string, byte[]> s_cases = Cases().ToDictionary(
        item => item.Name, item => item.Model);

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Operators_make_the_shapes_that_the_runtime_makes(string name) => Assert.Equal(
        OnnxRuntime.Outputs(s_cases[name]), Models.Outputs(Models.Read(s_cases[name], name)));

    [Theory]
    [InlineData("regressor", 5 * 3, 3 + 1)]
    [InlineData("regressor of a vector", 2 * 3, 6)]
    [InlineData("classifier of two", 5 * 3, 3 + 1)]
    public void Linear_models_multiply_and_have_parameters(string name, long macs, long parameters)
    {
        CostRow row = Models.Measure(Models.Read(s_cases[name], name));

        Assert.Equal(macs, row.Macs);
        Assert.Equal(parameters, row.Parameters);
        Assert.Equal(4 * parameters, row.ParameterBytes);
        Assert.Null(row.Uncounted);
    }

    // ONNX Runtime wants intercepts, which ONNX does not.
    [Fact]
    public void A_classifier_may_have_no_intercepts()
    {
        Network network = Models.Read(
            Two("LinearClassifier", Int64, [
                Fractions("coefficients", new float[6]), Attribute("classlabels_ints", 4, 5)]),
            "classifier");

        Assert.Equal("5;5x2", Models.Outputs(network));
        Assert.Equal(5 * 2 * 3, Models.Measure(network).Macs);
    }

    [Theory]
    [InlineData("SOFTMAX", (5 * 3 * 6) + (5 * 13))]
    [InlineData("LOGISTIC", (5 * 3 * 6) + (15 * 4))]
    [InlineData("PROBIT", (5 * 3 * 6) + 15)]
    [InlineData("NONE", 5 * 3 * 6)]
    public void What_a_classifier_makes_of_its_scores_counts_under_full(string transform, long flops)
    {
        byte[] model = One("LinearClassifier", Int64, [
            Fractions("coefficients", new float[9]),
            Fractions("intercepts", new float[3]),
            Attribute("classlabels_ints", 0, 1, 2),
            Attribute("post_transform", transform)]);

        Assert.Equal(flops, Models.Measure(Models.Read(model, "classifier"), "full").Flops);
    }

    [Fact]
    public void Every_convention_takes_them() => Assert.All(
        ConventionCatalog.All,
        convention => Assert.All(
            s_cases, item => Models.Measure(Models.Read(item.Value, item.Key), convention.Name)));

    [Fact]
    public void A_scaler_stores_what_is_not_trained()
    {
        CostRow row = Models.Measure(Models.Read(s_cases["scaler"], "scaler"));

        Assert.Equal(0, row.Parameters);
        Assert.Equal(6, row.Buffers);
        Assert.Equal(0, row.Scales);
    }

    [Theory]
    [InlineData("trees", "ai.onnx.ml.TreeEnsembleRegressor (data choose the path through each tree)")]
    [InlineData("support vectors", "ai.onnx.ml.SVMRegressor (its kernel is not counted)")]
    public void What_cannot_be_counted_is_named(string name, string uncounted) =>
        Assert.Equal(uncounted, Models.Measure(Models.Read(s_cases[name], name)).Uncounted);

    [Fact]
    public void A_map_of_scores_is_no_work()
    {
        byte[] model = Model(Graph(
            [Node("ai.onnx.ml/ZipMap", "x", "y", Attribute("classlabels_int64s", 0, 1, 2))],
            [s_rows],
            [Bare("y")]));

        CostRow row = Models.Measure(Models.Read(model, "map"));

        Assert.Equal(1, row.Coverage);
        Assert.Null(row.Uncounted);
    }

    [Fact]
    public void Weights_that_a_loop_uses_again_count_once()
    {
        Message body = Graph(
            [
                Node("ai.onnx.ml/LinearRegressor", "v", "next", [
                    Fractions("coefficients", new float[9]), Attribute("targets", 3)]),
                Node("Identity", "c", "on"),
            ],
            [Bare("i"), Bare("c"), Bare("v")],
            [Bare("on"), Bare("next")]);

        CostRow row = Models.Measure(Models.Read(
            Model(Graph(
                [Node("Loop", "m - x", "y", GraphAttribute("body", body))], [s_rows], [Bare("y")], Wholes("m", 4))),
            "loop"));

        Assert.Equal(9, row.Parameters);
        Assert.Equal(4 * 5 * 9, row.Macs);
    }

    [Fact]
    public void Coefficients_for_other_features_are_refused()
    {
        var error = Assert.Throws<NetworkException>(() => Models.Read(
            One("LinearRegressor", Float, [Fractions("coefficients", new float[4])]), "regressor"));

        Assert.Equal(ErrorCode.ShapeMismatch, error.Code);
        Assert.Equal("5x3 has 3 features, but there are 4 coefficients for 1 values", error.Reason);
    }

    private static IEnumerable<(string Name, byte[] Model)> Cases() =>
    [
        ("regressor", One("LinearRegressor", Float, [
            Fractions("coefficients", 1f, 2f, 3f), Fractions("intercepts", 1f)])),
        ("regressor of a vector", One(Value("x", 3), "LinearRegressor", Float, [
            Fractions("coefficients", new float[6]), Attribute("targets", 2)])),
        ("classifier of two", Two("LinearClassifier", Int64, [
            Fractions("coefficients", 1f, 2f, 3f),
            Fractions("intercepts", 1f),
            Attribute("classlabels_ints", 0, 1),
            Attribute("post_transform", "LOGISTIC")])),
        ("scaler", One("Scaler", Float, [
            Fractions("offset", 1f, 2f, 3f), Fractions("scale", 1f, 2f, 3f)])),
        ("normalizer", One("Normalizer", Float, [Attribute("norm", "L2")])),
        ("binarizer", One("Binarizer", Float, [])),
        ("imputer", One("Imputer", Float, [Fractions("imputed_value_floats", 0f)])),
        ("label encoder", One("LabelEncoder", Int64, [
            Fractions("keys_floats", 1f, 2f), Attribute("values_int64s", 1, 2)])),
        ("one hot encoder", One("OneHotEncoder", Float, [Attribute("cats_int64s", 0, 1, 2, 3)])),
        ("feature vectorizer", Model(Graph(
            [Node("ai.onnx.ml/FeatureVectorizer", "x x", "y", Attribute("inputdimensions", 3, 3))],
            [s_rows],
            [Shapeless("y", Float)]))),
        ("array feature extractor", Model(Graph(
            [Node("ai.onnx.ml/ArrayFeatureExtractor", "x i", "y")],
            [s_rows],
            [Shapeless("y", Float)],
            Wholes("i", 2, 0)))),
        ("trees", One("TreeEnsembleRegressor", Float, [
            Attribute("n_targets", 2),
            Attribute("nodes_treeids", 0, 0, 0),
            Attribute("nodes_nodeids", 0, 1, 2),
            Attribute("nodes_featureids", 0, 0, 0),
            Fractions("nodes_values", 0.5f, 0f, 0f),
            Attribute("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF"),
            Attribute("nodes_truenodeids", 1, 0, 0),
            Attribute("nodes_falsenodeids", 2, 0, 0),
            Attribute("target_treeids", 0, 0),
            Attribute("target_nodeids", 1, 2),
            Attribute("target_ids", 0, 1),
            Fractions("target_weights", 1f, 2f)])),
        ("support vectors", One("SVMRegressor", Float, [
            Fractions("coefficients", 1f, 2f),
            Fractions("support_vectors", new float[6]),
            Attribute("n_supports", 2),
            Fractions("rho", 0f),
            Attribute("kernel_type", "RBF"),
            Fractions("kernel_params", 0.5f, 0f, 3f)])),
    ];

    private static byte[] One(string @operator, int type, IEnumerable<Message> attributes) =>
        One(s_rows, @operator, type, attributes);

    private static byte[] One(Message input, string @operator, int type, IEnumerable<Message> attributes) => Model(
        Graph([Node("ai.onnx.ml/" + @operator, "x", "y", attributes)], [input], [Shapeless("y", type)]));

    private static byte[] Two(string @operator, int type, IEnumerable<Message> attributes) => Model(Graph(
        [Node("ai.onnx.ml/" + @operator, "x", "y z", attributes)],
        [s_rows],
        [Shapeless("y", type), Shapeless("z", Float)]));
}
