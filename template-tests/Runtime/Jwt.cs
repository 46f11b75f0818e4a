using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>Tokens that no service has issued.</summary>
internal static class Jwt
{
    /// <summary>Signs claims by HS256 (RFC 7515 appendix A.1).</summary>
    public static string Sign(JsonObject claims, string key)
    {
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
