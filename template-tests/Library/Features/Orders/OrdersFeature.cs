using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Features.Orders;

/// <summary>Rules as users of FluentValidation write them, and types as they nest them.</summary>
public sealed class OrdersFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddScoped<KnownNames>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/orders").WithTags("orders").DisableAntiforgery();
        orders.MapPost("/", (CreateOrder.Request request) => TypedResults.Ok(request.Lines.Count)).WithName("CreateOrder");
        orders.MapPut("/{id}", (int id, ReplaceOrder.Request request) => TypedResults.Ok(id % 7 + request.Size % 3));
        orders.MapPost("/accounts", CreateAccount);
        orders.MapPost("/notes", AddNote);
    }

    /// <summary>Create an account.</summary>
    private static Ok<int> CreateAccount(Account account) => TypedResults.Ok(account.Rows);

    /// <summary>Add a note, with a file.</summary>
    private static Ok<int> AddNote([FromForm] NoteForm note) => TypedResults.Ok(note.Stars);
}

/// <summary>Lives as long as a request, as a database context does.</summary>
public sealed class KnownNames
{
    public async Task<bool> ContainsAsync(string name, CancellationToken cancellation)
    {
        await Task.Delay(0, cancellation);
        return name == "known";
    }
}

public static class CreateOrder
{
    public sealed class Request
    {
        public required string Customer { get; init; }
        public List<Line> Lines { get; init; } = [];
        public Guid Reference { get; init; } = Guid.NewGuid();
        public DateTimeOffset OrderedAt { get; init; } = DateTimeOffset.UtcNow;
        public int? Priority { get; init; }
        public Money? Tip { get; init; }
    }

    public sealed record Line(string Sku, int Quantity);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator(KnownNames names)
        {
            RuleFor(order => order.Customer).NotEmpty().WithMessage("Who orders?").MaximumLength(20).WithErrorCode("name_too_long");
            RuleFor(order => order.Customer).MustAsync(async (name, cancellation) =>
                !await names.ContainsAsync(name, cancellation)).WithMessage("{PropertyName} is no address of a user");
            RuleFor(order => order.Lines).NotEmpty();
            RuleFor(order => order.Lines.Count).LessThan(4);
            RuleForEach(order => order.Lines).ChildRules(line => line.RuleFor(each => each.Sku).NotEmpty().Matches("^[A-Z0-9-]+$"));
            RuleFor(order => order.Priority!.Value).InclusiveBetween(1, 5).WithErrorCode("priority").When(order => order.Priority is not null);
            RuleFor(order => order).Custom((order, context) =>
            {
                if (order.Customer == "nobody")
                {
                    context.AddFailure("Nobody orders nothing");
                    context.AddFailure(nameof(Request.Customer), "Nobody is nobody");
                }
            });
        }
    }
}

public static class ReplaceOrder
{
    public sealed record Request(int Size);
}

/// <summary>Money.</summary>
public readonly record struct Money(decimal Amount, string Currency);

public sealed class MoneyValidator : AbstractValidator<Money>
{
    public MoneyValidator() => RuleFor(money => money.Amount).GreaterThan(0);
}

/// <summary>An account.</summary>
public sealed record Account(string Login, string Password)
{
    public int Rows { get; init; } = 5;
}

public sealed class AccountValidator : AbstractValidator<Account>
{
    public AccountValidator()
    {
        RuleFor(account => account.Password).MinimumLength(4)
            .Matches("[A-Z]").WithMessage("Needs an upper case letter")
            .Matches("[0-9]").WithMessage("Needs a digit")
            .Must(password => password.Contains('!')).WithMessage("Needs a !")
            .Must(password => password.Contains('?')).WithMessage("Needs a ?");
        RuleFor(account => account.Rows).InclusiveBetween(1, 100);
    }
}

/// <summary>A note.</summary>
public sealed class NoteForm
{
    public required string Title { get; init; }
    public int Stars { get; init; }
    public IFormFile? File { get; init; }
}

public sealed class NoteFormValidator : AbstractValidator<NoteForm>
{
    public NoteFormValidator()
    {
        RuleFor(note => note.Title).NotEmpty();
        RuleFor(note => note.Stars).InclusiveBetween(0, 5);
    }
}
