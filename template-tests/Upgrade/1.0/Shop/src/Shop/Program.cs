using FastApiStyle;
using Shop.Data;
using Shop.Features.Auth;
using Shop.Hosting;

StartupFailure.Explain();

var builder = WebApplication.CreateBuilder(args);

builder.AddFastApiStyle(typeof(Program).Assembly);
builder.AddLoggingAndTelemetry();
builder.AddServer();
builder.AddHealth();
builder.AddAuth();
builder.AddRateLimits();
builder.AddDatabase();

var app = builder.Build();

app.UseServer();
app.UseRequestLog();
app.UseFastApiStyle();
app.UseRouting();
app.UseCors();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();

app.MapFeatures();
app.MapHealth();

app.Run();
