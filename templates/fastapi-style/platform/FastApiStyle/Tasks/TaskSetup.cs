namespace FastApiStyle.Tasks;

internal static class TaskSetup
{
    public static void AddBackgroundTasks(this IServiceCollection services)
    {
        services.AddSingleton<BackgroundRunner>();
        // A request's scope ends when its answer has been sent, and with it this one: who does not ask for it pays nothing.
        services.AddScoped(provider => new BackgroundTasks(provider.GetRequiredService<BackgroundRunner>()));
    }
}
