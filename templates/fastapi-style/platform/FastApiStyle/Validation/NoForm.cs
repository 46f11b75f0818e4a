using Microsoft.AspNetCore.Http.Features;

namespace FastApiStyle.Validation;

/// <summary>
/// The form of a request without a body, which to FastAPI is one without fields: what is optional is null, and what is not is named. The
/// framework would answer a bare 400.
/// </summary>
internal sealed class NoForm : IFormFeature, IHttpRequestBodyDetectionFeature
{
    public bool HasFormContentType => true;

    /// <summary>So that it is asked for.</summary>
    public bool CanHaveBody => true;

    public IFormCollection? Form { get; set; } = FormCollection.Empty;

    public static void SetWhereNothingIsSent(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
        {
            var none = new NoForm();
            http.Features.Set<IFormFeature>(none);
            http.Features.Set<IHttpRequestBodyDetectionFeature>(none);
        }
    }

    public IFormCollection ReadForm() => Form!;

    public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => Task.FromResult(Form!);
}
