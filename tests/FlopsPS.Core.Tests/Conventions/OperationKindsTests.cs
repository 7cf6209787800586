using System;
using System.Collections.Generic;
using System.Linq;
using FlopsPS.Conventions;
using FlopsPS.Operations;

namespace FlopsPS.Core.Tests.Conventions;

public class OperationKindsTests
{
    private static readonly IReadOnlyList<Operation> s_operations =
    [
        .. Enum.GetValues<ContractionForm>().Select(form => Contraction.Of(form, Nets.Shape(1), 1, false, "scores")),
        .. Enum.GetValues<ElementwiseFunction>().Select(function => new Elementwise(function, 1, 1, "mask")),
        .. Enum.GetValues<NormalizationForm>().Select(form => new Normalization(form, 1, 1, false, false)),
        .. Enum.GetValues<SoftmaxForm>().Select(form => new Softmax(1, 1, form)),
        .. Enum.GetValues<PoolingForm>().SelectMany(form => new[] { false, true }
            .Select(isAdaptive => new Pooling(form, isAdaptive, 1, 1, 1))),
        new Interpolation("nearest", 1, 1),
        new LocalResponse(1, 1),
        new Reduction(1, 1),
    ];

    [Fact]
    public void The_names_are_those_of_all_operations_that_a_table_prices()
    {
        IEnumerable<Type> types = typeof(Operation).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Operation)))
            .Except([typeof(Movement), typeof(FoldedArithmetic), typeof(UserDefined)]);
        Assert.Equal(types.ToHashSet(), s_operations.Select(operation => operation.GetType()).ToHashSet());

        Assert.Equal(
            s_operations.Select(OperationKinds.Of).Distinct().Order(StringComparer.Ordinal), OperationKinds.All);
    }

    [Fact]
    public void The_name_is_that_of_the_kind_which_does_nothing_else()
    {
        Assert.Equal("matmul", OperationKinds.Of(Contraction.Of(ContractionForm.MatMul, Nets.Shape(1), 1, false, "qk")));
        Assert.Equal("gelu", OperationKinds.Of(new Elementwise(ElementwiseFunction.GeluTanh, 1)));
        Assert.Equal("adaptiveavgpool", OperationKinds.Of(new Pooling(PoolingForm.Average, true, 1, 1, 1)));
        Assert.Equal("sum", OperationKinds.Of(new Reduction(1, 1)));
    }
}
