using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shop.Data;
using FastApiStyle;

namespace Shop.Features.Notes;

/// <summary>Notes on boards, kept as they come: only the database has rules.</summary>
public sealed class NotesFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/boards", CreateBoardTables).WithTags("notes");
        routes.MapPut("/boards/{id}", CreateBoard).WithTags("notes");
        routes.MapDelete("/boards/{id}", DeleteBoard).WithTags("notes");
        routes.MapPost("/notes", CreateNote).WithTags("notes");
        routes.MapGet("/notes/{id}", ReadNote).WithTags("notes");
        routes.MapGet("/notes", FindNotes).WithTags("notes");
    }

    /// <summary>Create the tables, which no migration does.</summary>
    private static async Task<NoContent> CreateBoardTables(AppDbContext database, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE "Boards" ("Id" uuid PRIMARY KEY);
            CREATE TABLE "Notes" ("Id" uuid PRIMARY KEY, "Text" varchar(10) NOT NULL, "Amount" numeric(5,2) NOT NULL,
                "Time" timestamptz NOT NULL, "Board" uuid REFERENCES "Boards" ON DELETE RESTRICT);
            """, cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Create a board.</summary>
    private static async Task<NoContent> CreateBoard(Guid id, AppDbContext database, CancellationToken cancellation)
    {
        database.Set<Board>().Add(new Board { Id = id });
        await database.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Delete a board.</summary>
    private static async Task<Results<NoContent, ConflictProblem>> DeleteBoard(Guid id, AppDbContext database, CancellationToken cancellation)
    {
        try
        {
            database.Set<Board>().Remove(new Board { Id = id });
            await database.SaveChangesAsync(cancellation);
            return TypedResults.NoContent();
        }
        catch (DbUpdateException exception) when (exception.BreaksReference())
        {
            return new ConflictProblem("There are notes on it.");
        }
    }

    /// <summary>Create a note.</summary>
    private static async Task<Results<Ok<NoteRead>, ConflictProblem>> CreateNote(NoteCreate note, AppDbContext database, CancellationToken cancellation)
    {
        var kept = new Note { Text = note.Text, Amount = note.Amount, Time = note.Time, Board = note.Board };
        database.Set<Note>().Add(kept);
        try
        {
            await database.SaveChangesAsync(cancellation);
            return TypedResults.Ok(Read(kept));
        }
        catch (DbUpdateException exception) when (exception.BreaksReference())
        {
            return new ConflictProblem("There is no such board.");
        }
    }

    /// <summary>Read a note.</summary>
    private static async Task<Ok<NoteRead>> ReadNote(Guid id, AppDbContext database, CancellationToken cancellation) =>
        TypedResults.Ok(Read(await database.Set<Note>().AsNoTracking().SingleAsync(note => note.Id == id, cancellation)));

    /// <summary>Find notes.</summary>
    private static async Task<Ok<int>> FindNotes(string text, AppDbContext database, CancellationToken cancellation) =>
        TypedResults.Ok(await database.Set<Note>().Containing(note => note.Text, text).CountAsync(cancellation));

    private static NoteRead Read(Note note) => new(note.Id, note.Text, note.Amount, note.Time);
}

/// <summary>A new note.</summary>
public sealed record NoteCreate(string Text, decimal Amount, DateTimeOffset Time, Guid? Board = null);

/// <summary>A note.</summary>
public sealed record NoteRead(Guid Id, string Text, decimal Amount, DateTimeOffset Time);

internal sealed class Board
{
    public Guid Id { get; init; }
}

internal sealed class Note
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Text { get; init; }
    public decimal Amount { get; init; }
    public DateTimeOffset Time { get; init; }
    public Guid? Board { get; init; }
}

internal sealed class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("Notes", table => table.ExcludeFromMigrations());
        builder.Property(note => note.Text).HasMaxLength(10);
        builder.Property(note => note.Amount).HasPrecision(5, 2);
    }
}

internal sealed class BoardTable : IEntityTypeConfiguration<Board>
{
    public void Configure(EntityTypeBuilder<Board> builder) => builder.ToTable("Boards", table => table.ExcludeFromMigrations());
}
