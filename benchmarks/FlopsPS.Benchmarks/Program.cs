using BenchmarkDotNet.Running;
using FlopsPS.Benchmarks;

// First, while the process has used little memory.
LargeOnnxFile.Print();
RowMemory.Print();
BenchmarkSwitcher.FromAssembly(typeof(RowMemory).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
