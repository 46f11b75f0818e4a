using System.Reflection;
using Microsoft.AspNetCore.Http.Features;

namespace FastApiStyle.Benchmarks.Library;

/// <summary>The pipeline of the service, without a server in front of it.</summary>
internal sealed class InProcess
{
    private readonly RequestDelegate pipeline;
    private readonly IHttpContextFactory contexts;

    public InProcess()
    {
        var app = Api.Create();
        pipeline = ((IApplicationBuilder)app).Build();
        contexts = app.Services.GetRequiredService<IHttpContextFactory>();
    }

    /// <summary>One of the valid bodies beside this file.</summary>
    public static byte[] Body(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var body = new byte[file.Length];
        file.ReadExactly(body);
        return body;
    }

    public async Task<Answer> PostAsync(string path, Stream body)
    {
        using var written = new LengthOnly();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Post,
            Path = path,
            Protocol = HttpProtocol.Http11,
            Scheme = "http",
            Body = body,
            Headers = { ContentType = "application/json", ContentLength = body.Length },
        });
        features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(written));
        var http = contexts.Create(features);
        try
        {
            await pipeline(http);
            await http.Response.CompleteAsync();
            return new(http.Response.StatusCode, written.Length);
        }
        finally
        {
            contexts.Dispose(http);
        }
    }

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}

internal readonly record struct Answer(int Status, long Bytes);
