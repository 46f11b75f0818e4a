using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library.Features.Mail;

/// <summary>A newsletter, whose readers are welcomed by e-mail.</summary>
public sealed class MailFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddSettings<MailSettings>("Mail");
        builder.Services.AddHttpClient<IEmailSender, HttpEmailSender>((services, http) =>
            http.BaseAddress = new Uri(services.GetRequiredService<IOptions<MailSettings>>().Value.Url));
        builder.Services.AddSingleton<MailConnection>().AddHostedService(services => services.GetRequiredService<MailConnection>());
        builder.Services.AddHealthChecks().AddCheck<MailConnection>("mail");
    }

    public static void UseMiddleware(IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<IOptions<MailSettings>>().Value;
        app.Use((http, next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<SendsMail>() is not null)
            {
                http.Response.Headers["X-Mail-From"] = settings.From;
            }
            return next(http);
        });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) =>
        routes.MapPost("/readers", AddReader).WithTags("mail").WithMetadata(new SendsMail());

    /// <summary>Subscribe to the newsletter.</summary>
    /// <response code="202">A welcome is on its way.</response>
    private static Accepted AddReader(Reader reader, BackgroundTasks tasks)
    {
        tasks.Add<IEmailSender>((mail, cancellation) => mail.SendAsync(reader.Email, "Welcome", cancellation));
        return TypedResults.Accepted((string?)null);
    }

    private sealed class SendsMail;
}

/// <summary>Someone who reads the newsletter.</summary>
/// <param name="Email">Where to. <example>ada@example.com</example></param>
public sealed record Reader(string Email);

public sealed class ReaderValidator : AbstractValidator<Reader>
{
    public ReaderValidator() => RuleFor(reader => reader.Email).EmailAddress();
}
