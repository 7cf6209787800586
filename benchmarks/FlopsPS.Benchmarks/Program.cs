using BenchmarkDotNet.Running;
using FlopsPS.Benchmarks;

RowMemory.Print();
LargeOnnxFile.Print();
BenchmarkSwitcher.FromAssembly(typeof(RowMemory).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
