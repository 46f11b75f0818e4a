using FastApiService.Benchmarks;

switch (args)
{
    case ["serve", .. var rest]:
        var app = OrderApi.Create(rest);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
        return 0;
    default:
        Console.Error.WriteLine("serve --urls http://127.0.0.1:0");
        return 2;
}
