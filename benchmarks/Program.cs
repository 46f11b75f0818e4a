using BenchmarkDotNet.Running;
using FastApiStyle.Benchmarks.Comparison;
using FastApiStyle.Benchmarks.Harness;
using FastApiStyle.Benchmarks.Library;
using FastApiStyle.Benchmarks.Scale;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    switch (args)
    {
        case []:
            return await PeerComparison.MeasureAsync(stop.Token) ? 0 : 1;
        case ["allocations"]:
            await ScaffoldAllocations.MeasureAsync(stop.Token);
            return 0;
        case ["scale", .. { Length: < 2 } part]:
            return await ScaleRun.MeasureAsync(part.FirstOrDefault(), stop.Token) ? 0 : 1;
        case ["validation"]:
            return await Validation.MeasureAsync(stop.Token) ? 0 : 1;
        case ["validation", "allocations"]:
            BenchmarkRunner.Run<ValidationAllocations>(ValidationAllocations.Config);
            return 0;
        case ["worst"]:
            return await WorstInput.MeasureAsync() ? 0 : 1;
        case ["serve", .. var rest]:
            await using (var app = Api.Create(rest))
            {
                await app.RunAsync();
            }
            return 0;
        default:
            Console.Error.WriteLine("allocations | scale [PART] | validation [allocations] | worst");
            return 2;
    }
}
catch (Failure failure)
{
    Console.Error.WriteLine(failure.Message);
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
