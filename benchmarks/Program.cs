using System.Runtime.InteropServices;
using BenchmarkDotNet.Running;
using FastApiStyle.Benchmarks.Comparison;
using FastApiStyle.Benchmarks.Harness;
using FastApiStyle.Benchmarks.Library;
using FastApiStyle.Benchmarks.Scale;

// These start no other process.
switch (args)
{
    case ["serve", .. var rest]:
        await using (var app = Api.Create(rest))
        {
            await app.RunAsync();
        }
        return 0;
    case ["validation", "allocations"]:
        BenchmarkRunner.Run<ValidationAllocations>(ValidationAllocations.Config);
        return 0;
    case ["worst"]:
        return await WorstInput.MeasureAsync() ? 0 : 1;
}

using var stop = new CancellationTokenSource();
// An end that is asked for ends the servers, too.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
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
