namespace FastApiStyle.Validation;

/// <summary>Where a parameter comes from, in the order in which faults are listed.</summary>
internal enum ParameterSource
{
    Path,
    Query,
    Header,
    Cookie,
    Form,
}

internal static class ParameterSources
{
    /// <summary>The first part of <c>loc</c>. A form is a body.</summary>
    public static string Loc(this ParameterSource source) => source switch
    {
        ParameterSource.Path => "path",
        ParameterSource.Query => "query",
        ParameterSource.Header => "header",
        ParameterSource.Cookie => "cookie",
        _ => "body",
    };
}
