//#if (data)
using FastApiService.Data;
//#endif
//#if (auth != "none")
using FastApiService.Features.Auth;
//#endif
using FastApiService.Platform;
using FastApiService.Platform.Errors;
using FastApiService.Platform.Hosting;
using FastApiService.Platform.Json;
using FastApiService.Platform.OpenApi;

StartupFailure.Explain();

var builder = WebApplication.CreateBuilder(args);

builder.AddLoggingAndTelemetry();
builder.AddServer();
builder.AddErrors();
builder.AddJson();
//#if (auth != "none")
builder.AddAuth();
//#endif
//#if (auth == "jwt")
builder.AddRateLimits();
//#endif
builder.AddDocs();
//#if (database != "none")
builder.AddDatabase();
//#elseif (data)
builder.AddMemory();
//#endif
builder.AddFeatures();

var app = builder.Build();

app.UseServer();
app.UseRequestLog();
app.UseErrors();
app.UseDocs();
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
app.MapHealth();

app.Run();
