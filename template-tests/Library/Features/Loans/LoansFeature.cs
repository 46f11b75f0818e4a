using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Features.Loans;

/// <summary>A problem, thrown from each place below a handler.</summary>
internal sealed class LoansFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<Clerk>().AddScoped<Absent>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var loans = routes.MapGroup("/loans").WithTags("loans");
        loans.MapPost("/", (Loan loan) => loan.Book);
        loans.MapGet("/service", (Clerk clerk) => clerk.Fetch("any"));
        loans.MapGet("/dependency", (Absent absent) => absent.ToString());
        loans.MapGet("/away", NoContent () => throw new ProblemException(new ServiceUnavailableProblem("The library is away.")));
        loans.MapGet("/begun", NoContent (HttpResponse response) =>
        {
            (response.Headers.ETag, response.ContentLength) = ("\"1\"", 5000);
            throw Lost();
        });
        loans.MapGet("/late", async (HttpResponse response) =>
        {
            await response.WriteAsync("It is ");
            await response.Body.FlushAsync();
            throw Lost();
        });
    }

    internal static ProblemException Lost() => new(new NotFoundProblem("It is lost.") { Headers = { ["X-Lost"] = "1" } });
}

internal sealed record Loan(string Book);

internal sealed class LoanValidator : AbstractValidator<Loan>
{
    public LoanValidator() => RuleFor(loan => loan.Book).Must(book => book == "there" ? true : throw LoansFeature.Lost());
}

internal sealed class Clerk
{
    public string Fetch(string book) => throw LoansFeature.Lost();
}

internal sealed class Absent
{
    public Absent() => throw LoansFeature.Lost();
}
