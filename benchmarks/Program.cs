using BenchmarkDotNet.Running;
using FastApiStyle.Benchmarks;

switch (args)
{
    case ["serve", .. var rest]:
        var app = Api.Create(rest);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
        return 0;
    case ["allocations"]:
        BenchmarkRunner.Run<Allocations>(Allocations.Config);
        return 0;
    case ["worst"]:
        return await WorstInput.MeasureAsync() ? 0 : 1;
    default:
        Console.Error.WriteLine("serve --urls http://127.0.0.1:0 | allocations | worst");
        return 2;
}
