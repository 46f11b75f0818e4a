using FastApiStyle.TemplateTests.Library.Features.Stalls;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>A service that answers with every kind of problem.</summary>
internal static class StallsService
{
    public static Task<LibraryService> Start(ErrorFormat errors = ErrorFormat.Problem) =>
        new LibraryService(typeof(StallsFeature)) { Api = api => api.Errors = errors }.Start();
}
