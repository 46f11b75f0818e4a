using FastApiService.Data;
using FastApiService.Features.Auth;
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
builder.AddAuth();
builder.AddRateLimits();
builder.AddDocs();
builder.AddDatabase();
builder.AddFeatures();

var app = builder.Build();

app.UseServer();
app.UseRequestLog();
app.UseErrors();
app.UseDocs();
app.UseRouting();
app.UseCors();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();

app.MapFeatures();
app.MapHealth();

app.Run();
