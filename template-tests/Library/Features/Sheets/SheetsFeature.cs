using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Features.Sheets;

/// <summary>What is read by its version, and changed by who knows the version.</summary>
public sealed class SheetsFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<Sheets>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var sheets = routes.MapGroup("/sheets").WithTags("sheets");
        sheets.MapGet("/", ListSheets);
        sheets.MapPost("/", CreateSheet);
        sheets.MapGet("/{id}", ReadSheet);
        sheets.MapMethods("/{id}/head", ["HEAD"], ReadSheet).ExcludeFromDescription();
        sheets.MapPatch("/{id}", UpdateSheet);
        sheets.MapPut("/{id}", PutSheet);
        sheets.MapDelete("/{id}", DeleteSheet);
    }

    /// <summary>List them.</summary>
    private static Tagged<Ok<Sheet[]>> ListSheets(Sheets sheets) =>
        TypedResults.Ok(sheets.All.Values.OrderBy(sheet => sheet.Id).TakeLast(20).ToArray()).WithTag(EntityTag.Weak(sheets.Changes));

    /// <summary>Create one.</summary>
    private static Tagged<Created<Sheet>> CreateSheet(SheetWrite write, Sheets sheets)
    {
        var sheet = sheets.Save(new(sheets.All.Count + 1, write.Text, 1));
        return TypedResults.Created($"/sheets/{sheet.Id}", sheet).WithTag(sheet.Tag);
    }

    /// <summary>Read one.</summary>
    private static Results<Tagged<Ok<Sheet>>, NotFoundProblem> ReadSheet(int id, Sheets sheets, HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        return sheets.All.TryGetValue(id, out var sheet) ? TypedResults.Ok(sheet).WithTag(sheet.Tag) : new NotFoundProblem("There is none.");
    }

    /// <summary>Change one, as it was read or as it is.</summary>
    private static Results<Tagged<Ok<Sheet>>, NotFoundProblem> UpdateSheet(int id, Precondition? precondition, SheetWrite write, Sheets sheets)
    {
        if (!sheets.All.TryGetValue(id, out var sheet))
        {
            return new NotFoundProblem("There is none.");
        }
        precondition?.MustHold(sheet.Tag);
        sheet = sheets.Save(sheet with { Text = write.Text, Version = sheet.Version + 1 });
        return TypedResults.Ok(sheet).WithTag(sheet.Tag);
    }

    /// <summary>Write one: a new one, or over the one that was read.</summary>
    private static Tagged<Ok<Sheet>> PutSheet(int id, Precondition precondition, SheetWrite write, Sheets sheets)
    {
        var there = sheets.All.GetValueOrDefault(id);
        precondition.MustHold(there?.Tag);
        var sheet = sheets.Save(new(id, write.Text, (there?.Version ?? 0) + 1));
        return TypedResults.Ok(sheet).WithTag(sheet.Tag);
    }

    /// <summary>Delete one.</summary>
    private static Results<NoContent, NotFoundProblem, PreconditionFailedProblem> DeleteSheet(int id, Precondition precondition, Sheets sheets)
    {
        if (!sheets.All.TryGetValue(id, out var sheet))
        {
            return new NotFoundProblem("There is none.");
        }
        if (!precondition.Holds(sheet.Tag))
        {
            return new PreconditionFailedProblem("It is another one by now.");
        }
        sheets.All.Remove(id);
        sheets.Changes++;
        return TypedResults.NoContent();
    }
}

/// <summary>A sheet.</summary>
public sealed record Sheet(int Id, string Text, int Version)
{
    internal EntityTag Tag => EntityTag.Of(Id, Version);
}

/// <summary>What is written on a sheet.</summary>
public sealed record SheetWrite(string Text);

public sealed class SheetWriteValidator : AbstractValidator<SheetWrite>
{
    public SheetWriteValidator() => RuleFor(sheet => sheet.Text).MaximumLength(50);
}

internal sealed class Sheets
{
    public Dictionary<int, Sheet> All { get; } = [];

    public int Changes { get; set; }

    public Sheet Save(Sheet sheet)
    {
        Changes++;
        return All[sheet.Id] = sheet;
    }
}
