using FastApiStyle;
using FastApiService.Data;
//#if (auth != "none")
using FastApiService.Features.Auth;
//#endif
using FastApiService.Hosting;
//#if (naming == "snake_case")
using System.Text.Json;
//#endif

StartupFailure.Explain();

var builder = WebApplication.CreateBuilder(args);

//#if (database != "none")
// It is up to date when a feature starts something.
builder.AddDatabase();
//#else
builder.AddMemory();
//#endif
//#if (errors == "problem" && naming == "camelCase")
builder.AddFastApiStyle(typeof(Program).Assembly);
//#else
builder.AddFastApiStyle(typeof(Program).Assembly, api =>
{
    //#if (errors == "fastapi")
    api.Errors = ErrorFormat.FastApi;
    //#endif
    //#if (naming == "snake_case")
    api.Naming = JsonNamingPolicy.SnakeCaseLower;
    //#endif
});
//#endif
//#if (jobs == "local" && database != "none")
builder.AddJobs(typeof(Program).Assembly, jobs => jobs.KeepInDatabase());
//#elseif (jobs == "local")
builder.AddJobs(typeof(Program).Assembly);
//#elseif (jobs == "rabbitmq" && database != "none")
builder.AddJobs(typeof(Program).Assembly, jobs => jobs.KeepInDatabase().SendByRabbitMq());
//#elseif (jobs == "rabbitmq")
builder.AddJobs(typeof(Program).Assembly, jobs => jobs.SendByRabbitMq());
//#endif
builder.AddLoggingAndTelemetry();
builder.AddServer();
builder.AddHealth();
//#if (cache == "redis" && database != "none")
builder.AddCache(cache => cache.KeepInRedis().ForgetChangesOf<AppDbContext>());
//#elseif (cache == "redis")
builder.AddCache(cache => cache.KeepInRedis());
//#elseif (cache == "memory" && database != "none")
builder.AddCache(cache => cache.ForgetChangesOf<AppDbContext>());
//#elseif (cache == "memory")
builder.AddCache();
//#endif
//#if (auth != "none")
builder.AddAuth();
//#endif
//#if (auth == "jwt")
builder.AddRateLimits();
//#endif
//#if (grpc)
builder.AddGrpcFeatures();
//#endif

var app = builder.Build();

app.UseServer();
app.UseRequestLog();
app.UseFastApiStyle();
app.UseRouting();
app.UseCors();
//#if (auth != "none")
app.UseAuthentication();
//#endif
//#if (auth == "jwt")
app.UseRateLimiter();
//#endif
//#if (auth != "none")
app.UseAuthorization();
//#endif

app.MapFeatures();
//#if (grpc)
app.MapGrpcFeatures();
//#endif
app.MapHealth();

//#if (jobs != "none" && database != "none")
if (await app.RunJobCommandAsync(args))
{
    return;
}
//#endif
app.Run();
