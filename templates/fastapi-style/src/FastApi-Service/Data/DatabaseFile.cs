using FastApiService.Platform.Hosting;
using Microsoft.Data.Sqlite;

namespace FastApiService.Data;

/// <summary>Where the database is.</summary>
internal sealed class DatabaseFile
{
    public DatabaseFile(string? setting, string root)
    {
        SqliteConnectionStringBuilder connection;
        try
        {
            connection = new SqliteConnectionStringBuilder(setting);
        }
        catch (ArgumentException exception)
        {
            throw new StartupException($"The setting ConnectionStrings:Default is wrong: {exception.Message}");
        }
        if (connection.DataSource.Length == 0)
        {
            throw new StartupException("The setting ConnectionStrings:Default is missing: it names the database file, such as \"Data Source=data/app.db\".");
        }

        Path = System.IO.Path.GetFullPath(connection.DataSource, root);
        connection.DataSource = Path;
        connection.ForeignKeys = true;
        ConnectionString = connection.ToString();
    }

    public string Path { get; }

    public string ConnectionString { get; }
}
