using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using FlopsPS.Networks;
using FlopsPS.Onnx.Models;
using FlopsPS.Onnx.Operators;
using FlopsPS.Onnx.Tensors;

namespace FlopsPS.Onnx.Inference;

/// <summary>
/// Walks a graph in the order it runs and finds every shape, and the values that shapes depend on. Functions, branches
/// and loops are unfolded on the way, so that what is left is a list of calls.
/// </summary>
internal sealed class Walk
{
    /// <summary>The most nodes, loops and functions unfolded. The largest exports have some ten thousand; what unfolds
    /// to more is a mistake, or meant to do harm.</summary>
    public const int MaximumNodes = 250_000;

    // Each level is some frames of the stack; what people write is a handful.
    private const int MaximumLevels = 48;

    private readonly OnnxModel _model;
    private readonly DeclaredShapes _declared;
    private readonly CancellationToken _cancellation;
    private readonly ControlFlow _control;
    private List<Call> _calls = [];
    private Branch? _branch;
    private int _total;
    private int _level;

    public Walk(OnnxModel model, DeclaredShapes declared, CancellationToken cancellation)
    {
        _model = model;
        _declared = declared;
        _cancellation = cancellation;
        _control = new(this);
    }

    /// <summary>The calls that run, in order, and those that are computed in advance.</summary>
    public IReadOnlyList<Call> Calls => _calls;

    /// <summary>What is to be said beside the rows.</summary>
    public Remarks Remarks { get; private set; } = new();

    /// <summary>Adds a call that is known already.</summary>
    public void Add(Call call) => _calls.Add(call);

    /// <summary>Walks what may not run, apart: shapes that do not fit there are no error yet.</summary>
    public Branch Try(Func<IReadOnlyList<Value>> run)
    {
        (List<Call> calls, Remarks remarks, Branch? outer) = (_calls, Remarks, _branch);
        var branch = new Branch();
        (_calls, Remarks, _branch) = (branch.Calls, branch.Remarks, branch);
        branch.Outputs = run();
        (_calls, Remarks, _branch) = (calls, remarks, outer);
        return branch;
    }

    /// <summary>Adds the calls of a branch.</summary>
    public void Add(Branch branch) => _calls.AddRange(branch.Calls);

    /// <summary>Says that shapes do not fit, which is an error unless it is in a branch that need not run.</summary>
    public void Refuse(NetworkException misfit)
    {
        if (_branch is null)
        {
            throw misfit;
        }

        _branch.Refuse(misfit);
    }

    /// <summary>Walks a graph whose inputs are in its scope, and hands back its outputs.</summary>
    public Value[] Run(GraphModel graph, Scope scope, string prefix, long version)
    {
        foreach (TensorModel tensor in graph.Initializers.Where(tensor => !scope.Has(tensor.Name)))
        {
            scope.Set(tensor.Name, Constants.Of(tensor, isInitializer: true));
        }

        foreach (ValueModel value in graph.Values.Concat(graph.Outputs))
        {
            scope.Declared[value.Name] = value;
        }

        RunNodes(graph.Nodes, scope, prefix, version);
        return [.. graph.Outputs.Select(output => scope.Find(output.Name)
            ?? throw new NetworkException(
                ErrorCode.ModelInvalid, $"nothing makes the output '{output.Name}' of the graph '{graph.Name}'"))];
    }

    /// <summary>Walks a node that is one operator, and hands back its outputs.</summary>
    public IReadOnlyList<Value> RunOperator(
        NodeModel node, Scope scope, Value?[] inputs, string path, long version)
    {
        Operator? known = OperatorTable.Find(node.Domain, node.Operator);
        return RunCall(
            known is not null
                ? new(path, node, known, version, inputs)
                : new(path, node, OperatorTable.Unknown, version, [.. inputs, .. StoredFor(node, scope)]),
            Declared(node, scope));
    }

    private void RunNodes(IReadOnlyList<NodeModel> nodes, Scope scope, string prefix, long version)
    {
        if (++_level > MaximumLevels)
        {
            throw new NetworkException(
                ErrorCode.NetworkTooLarge, $"functions and graphs are nested more than {MaximumLevels} deep");
        }

        // A graph counts as well, so that one without nodes does not run without end.
        Count();
        foreach (NodeModel node in NodeOrder.Of(nodes))
        {
            Count();
            try
            {
                RunNode(node, scope, prefix, version);
            }
            catch (NetworkException error)
            {
                throw error.At(prefix + node.Label);
            }
            catch (OverflowException overflow)
            {
                throw new NetworkException(ErrorCode.CountOverflow, "its sizes do not fit into 64 bits", overflow)
                    .At(prefix + node.Label);
            }
        }

        _level--;
    }

    /// <summary>Refuses more passes than can be unfolded before the first of them runs.</summary>
    public void Expect(long passes)
    {
        if (passes > MaximumNodes - _total)
        {
            throw TooLarge();
        }
    }

    private static NetworkException TooLarge() => new(
        ErrorCode.NetworkTooLarge, $"the graph has more than {MaximumNodes} nodes, loops and functions unfolded");

    private void Count()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++_total > MaximumNodes)
        {
            throw TooLarge();
        }
    }

    private void RunNode(NodeModel node, Scope scope, string prefix, long version)
    {
        Value?[] inputs = [.. node.Inputs.Select(name => name.Length == 0 ? null : Read(scope, name))];
        string path = prefix + (node.Name.Length > 0 ? node.Name.Trim('/') : node.Operator.ToLowerInvariant());
        IReadOnlyList<Value> outputs =
            _model.Find(node) is { } function ? RunFunction(function, node, inputs, path)
            : _control.Handles(node) ? _control.Run(node, scope, inputs, path, version)
            : FusedOperators.StepsOf(node) is { } steps ? RunSteps(steps, node, scope, inputs, path, version)
            : RunOperator(node, scope, inputs, path, version);
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            if (node.Outputs[i] is { Length: > 0 } name)
            {
                Value value = i < outputs.Count ? outputs[i] : _declared.Of(name, scope);
                if (scope.Has(name))
                {
                    throw new NetworkException(ErrorCode.ModelInvalid, $"there are two values '{name}'");
                }

                value.Name = value.Name.Length > 0 ? value.Name : name;
                scope.Set(name, value);
                if (_declared.Difference(name, value, scope) is { } difference)
                {
                    Remarks.AddDifference(difference);
                }
            }
        }
    }

    private IReadOnlyList<Value> RunFunction(FunctionModel function, NodeModel node, Value?[] inputs, string path)
    {
        var scope = new Scope();
        for (int i = 0; i < function.Inputs.Count && i < inputs.Length; i++)
        {
            if (inputs[i] is { } value)
            {
                scope.Set(function.Inputs[i], value);
            }
        }

        NodeModel[] nodes = [.. function.Nodes.Select(inner => FunctionAttributes.Fill(inner, node, function))];
        RunNodes(nodes, scope, path + "/", function.Sets.Version);
        return [.. function.Outputs.Select(output => scope.Find(output)
            ?? throw new NetworkException(
                ErrorCode.ModelInvalid, $"nothing makes the output '{output}' of the function '{function.Name}'"))];
    }

    private IReadOnlyList<Value> RunSteps(
        IReadOnlyList<Step> steps, NodeModel node, Scope scope, Value?[] inputs, string path, long version)
    {
        Value? made = inputs.FirstOrDefault();
        Value? second = null;
        Step[] running = [.. steps.Where(step => step.Runs(inputs))];
        foreach (Step step in running)
        {
            Count();
            bool isLast = step == running[running.Length - 1];
            string place = running.Length == 1 ? path : $"{path}/{step.Name.ToLowerInvariant()}";
            IEnumerable<Value> declared = isLast
                ? Declared(node, scope)
                : [new Value(string.Empty, ElementType.Undefined, sizes: null)];
            made = RunCall(step.Call(place, node, inputs, made, version), declared).FirstOrDefault();
            second = step.IsSecond ? made : second;
        }

        return [.. new[] { made, second }.OfType<Value>()];
    }

    // What is stored for the graphs that an unknown operator runs, as a search runs a decoder: in them, or around them.
    private static IEnumerable<Value> StoredFor(NodeModel node, Scope scope)
    {
        GraphModel[] graphs = [.. node.Graphs];
        IEnumerable<Value> around = graphs.SelectMany(graph => graph.Nodes).SelectMany(inner => inner.Inputs).Distinct()
            .Select(scope.Find)
            .OfType<Value>()
            .Where(value => value.IsConstant);
        return graphs.SelectMany(graph => graph.Initializers)
            .Select(tensor => Constants.Of(tensor, isInitializer: true))
            .Concat(around);
    }

    private IEnumerable<Value> Declared(NodeModel node, Scope scope) =>
        node.Outputs.Select(name => _declared.Of(name, scope));

    private IReadOnlyList<Value> RunCall(Call call, IEnumerable<Value> declared)
    {
        bool isConstant = call.Inputs.All(input => input is null || input.IsConstant);
        try
        {
            call.Operator.Infer(call);
        }
        catch (UnknownShapeException unknown)
        {
            if (!IsCounted(call))
            {
                call.Abandon(unknown.Message, declared);
            }
        }
        catch (NetworkException misfit) when (_branch is not null && misfit.Code == ErrorCode.ShapeMismatch)
        {
            Refuse(misfit.At(call.Path));
            call.Abandon(misfit.Reason, declared);
        }

        if (call.Unknown is not null || call.Operator.AlwaysRuns)
        {
            _calls.Add(call);
        }
        else if (isConstant)
        {
            Constants.Mark(call);
            call.IsFolded = true;
            _calls.Add(call);
        }
        else if (call.Outputs.Any(output => !output.IsConstant))
        {
            // What asks for the shape of a tensor makes a constant of it, and so is no work.
            _calls.Add(call);
        }

        return call.Outputs;
    }

    // Whether the caller says how many the call makes, and all else is known.
    private bool IsCounted(Call call)
    {
        if (call.Operator.InferCount is not { } infer || _declared.Count(call.Node) is not { } count)
        {
            return false;
        }

        try
        {
            infer(call, count);
            return true;
        }
        catch (UnknownShapeException)
        {
            return false;
        }
    }

    private static Value Read(Scope scope, string name) => scope.Find(name)
        ?? throw new NetworkException(ErrorCode.ModelInvalid, $"it reads '{name}', which nothing makes");
}
