using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Uploads;

/// <summary>Takes forms of which all or nothing may be left out.</summary>
internal sealed class UploadsFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/uploads").DisableAntiforgery();
        uploads.MapPost("/file", TakeFile);
        uploads.MapPost("/files", TakeFiles);
        uploads.MapPost("/field", TakeField);
        uploads.MapPost("/record", TakeRecord);
        uploads.MapPost("/needed", TakeNeeded);
        uploads.MapPost("/both", TakeBoth);
        uploads.MapPost("/loose", TakeLoose);
        uploads.MapPost("/json", TakeJson);
    }

    private static string TakeFile(IFormFile? file = null) => file is null ? "null" : $"{file.Length}";

    private static string TakeFiles(IFormFileCollection? files = null) => files is null ? "null" : $"{files.Count}";

    private static string TakeField([FromForm] string? note = null) => note ?? "null";

    private static string TakeRecord([FromForm] Upload? upload = null) => upload is null ? "null" : $"{upload.Title} {upload.Stars?.ToString() ?? "null"}";

    private static string TakeNeeded([FromForm] Upload upload) => upload.Title;

    private static string TakeBoth(IFormFile file, [FromForm] string? note = null) => $"{file.Length} {note ?? "null"}";

    private static string TakeLoose([FromForm] LooseUpload upload) => upload.Note ?? "null";

    private static LooseUpload TakeJson(LooseUpload upload) => upload;
}

internal enum Mood
{
    Good,
    Bad,
}

internal sealed record Upload
{
    public required string Title { get; init; }

    public int? Stars { get; init; }

    public Mood? Mood { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IFormFile? File { get; init; }
}

internal sealed record LooseUpload(string? Note = null, int? Stars = null);

internal sealed class UploadRules : AbstractValidator<Upload>
{
    public UploadRules() => RuleFor(upload => upload.Title).NotEmpty();
}
