using System.Collections.Specialized;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace FastApiStyle.TemplateTests.Oidc;

/// <summary>The authorization code grant of a public client (RFC 6749 §4.1), who must prove with PKCE that the code is his (RFC 7636).</summary>
internal sealed class CodeFlow
{
    private readonly Dictionary<string, (string Challenge, string Client, string Redirect)> codes = [];

    public int Exchanged { get; private set; }

    public JsonObject? Authorize(HttpListenerRequest request, HttpListenerResponse response)
    {
        var query = request.QueryString;
        if (query["response_type"] == "code" && query["code_challenge_method"] == "S256" && query["scope"]?.Split(' ').Contains(TestIssuer.RequestedScope) == true)
        {
            var code = Guid.NewGuid().ToString("N");
            codes[code] = (query["code_challenge"]!, query["client_id"]!, query["redirect_uri"]!);
            response.Redirect($"{query["redirect_uri"]}?code={code}&state={HttpUtility.UrlEncode(query["state"])}");
        }
        return null;
    }

    public JsonObject? Exchange(NameValueCollection form, Func<string> token)
    {
        var challenge = TestIssuer.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? "")));
        if (form["code"] is not { } code || form["grant_type"] != "authorization_code"
            || !codes.Remove(code, out var asked) || asked != (challenge, form["client_id"], form["redirect_uri"]))
        {
            return null;
        }
        Exchanged++;
        return new JsonObject { ["access_token"] = token(), ["token_type"] = "Bearer", ["expires_in"] = 300 };
    }
}
