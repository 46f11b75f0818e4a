namespace FastApiStyle.Errors;

/// <summary>Answers a request with an error in the place of a JSON body: a feature of requests that speak another protocol over HTTP.</summary>
internal interface IErrorAnswer
{
    /// <param name="http">The request.</param>
    /// <param name="status">The status that HTTP has for it.</param>
    /// <param name="detail">What went wrong with this request; null says what the status says of any.</param>
    /// <param name="faults">What is not valid in it.</param>
    Task WriteAsync(HttpContext http, int status, string? detail, IReadOnlyList<Fault> faults);
}
